package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// All writes to the lamp, in the words of the recordings.
final class LampRecorder {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StringBuilder writes = new StringBuilder();
  private final ArrayNode phases = NODES.arrayNode();
  private final ArrayNode samples = NODES.arrayNode();
  private int count;
  private long lastWrite;

  /// Samples up to the last write: the recordings end with it.
  private int meaning;

  private String colour = "";
  private String phase = "";

  void shows(long now, Board.Shown shown, int rgb) {
    write(now, rgb);
    switch (shown) {
      case STANDBY -> enter(now, "standby_green", "color", colour);
      case OVERLOAD -> edge(now, "overload_red_blink");
      case FACTORY_RESET -> edge(now, "reset_white_blink");
      case PROVISIONING -> edge(now, "provisioning_blue_blink");
    }
  }

  void breathes(long now, int baseColour, int step) {
    write(now, Breathing.rgb(baseColour, step));
    enter(now, "breathing", "base_color", text(baseColour));
  }

  void sample(long now) {
    if (colour.isEmpty()) {
      samples.addNull();
    } else {
      samples.add(colour);
    }
    if (now <= lastWrite) {
      meaning = samples.size();
    }
  }

  void expectations(ObjectNode into) {
    into.set("led_phases", phases);
    into.put("led_raw_write_count", count);
    into.put("led_raw_sha256", RecordedEnergyLogTest.sha256(writes.toString()));
    while (samples.size() > meaning) {
      samples.remove(samples.size() - 1);
    }
    into.set("led_rgb_sampled_every_250_ms", samples);
  }

  private void write(long now, int rgb) {
    colour = text(rgb);
    count++;
    lastWrite = now;
    meaning = samples.size();
    writes.append(now).append(' ').append(colour, 1, colour.length()).append('\n');
  }

  private void edge(long now, String state) {
    if (!phase.equals(state)) {
      phase = state;
      begin(now, state).putArray("edges_t_ms_rgb");
    }
    ArrayNode edges = (ArrayNode) phases.get(phases.size() - 1).get("edges_t_ms_rgb");
    edges.addArray().add(now).add(colour);
  }

  private void enter(long now, String state, String member, String rgb) {
    if (!phase.equals(state + rgb)) {
      phase = state + rgb;
      begin(now, state).put(member, rgb);
    }
  }

  private ObjectNode begin(long now, String state) {
    return phases.addObject().put("t_ms", now).put("state", state);
  }

  static String text(int rgb) {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
