package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Writes down what the control loop does, in the words of the recordings.
final class TraceBoard implements Board {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  long now;
  final LampRecorder lamp = new LampRecorder();
  final Changes relay = new Changes(-1);
  private final Changes resetPin = new Changes(-1);
  private final ArrayNode commands = NODES.arrayNode();
  private final ArrayNode flash = NODES.arrayNode();
  boolean reset;

  @Override
  public void relay(boolean closed) {
    relay.put(now, closed ? 1 : 0);
  }

  @Override
  public void lamp(Shown shown, int rgb) {
    lamp.shows(now, shown, rgb);
  }

  @Override
  public void lampBreathes(int baseColour, int step) {
    lamp.breathes(now, baseColour, step);
  }

  @Override
  public void modemResetPin(boolean high) {
    resetPin.put(now, high ? 1 : 0);
  }

  @Override
  public void modemCommand(String command) {
    commands.addArray().add(now).add(command);
  }

  @Override
  public void flashed(EnergyLog log, List<FlashOperation> operations) {
    for (FlashOperation operation : operations) {
      FlashText.put(flash.addObject().put("t_ms", now), operation);
    }
  }

  @Override
  public void reset() {
    reset = true;
  }

  void expectations(ObjectNode into) {
    into.set("relay_t_ms_on", relay.booleans());
    into.set("modem_reset_pin_t_ms_level", resetPin.numbers());
    into.set("flash_operations", flash);
    if (!commands.isEmpty()) {
      into.set("modem_commands_t_ms_text", commands);
    }
    if (reset) {
      into.put("system_reset_t_ms", now);
    } else {
      into.putNull("system_reset_t_ms");
    }
    lamp.expectations(into);
  }
}
