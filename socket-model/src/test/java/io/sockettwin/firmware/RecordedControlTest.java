package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.vectors.Vectors;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's control loop, to the millisecond and the last write to its
/// lamp.
class RecordedControlTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Left out of a recording where there is nothing to tell.
  private static final List<String> ONLY_IF_ANY =
      List.of(
          "count_down_t_ms_value_s",
          "controls_applied",
          "overcurrent_event_taken_at_t_ms",
          "cloud_events_posted",
          "modem_commands_t_ms_text",
          "flash_slots_at_end");

  private final TraceBoard board = new TraceBoard();
  private final FrameReader reader = FrameReader.gapsOnly();
  private final Changes powerSwitch = new Changes(0);
  private final Changes countDown = new Changes(0);
  private final Changes event = new Changes(0);
  private final Changes lock = new Changes(0);
  private final Changes upload = new Changes(0);
  private final ArrayNode countDownSamples = NODES.arrayNode();
  private final ArrayNode refreshes = NODES.arrayNode();

  @TestFactory
  Stream<DynamicTest> doesWhatTheOriginalDidWhenItDidIt() {
    return Vectors.tests(
        "control_traces.jsonl",
        vector -> {
          ObjectNode actual = new RecordedControlTest().run(vector);
          JsonNode expected = vector.get("expect");
          for (Map.Entry<String, JsonNode> member : expected.properties()) {
            assertThat(String.valueOf(actual.get(member.getKey())))
                .as(member.getKey())
                .isEqualTo(member.getValue().toString());
          }
          for (String member : ONLY_IF_ANY) {
            assertThat(expected.has(member) || actual.path(member).isEmpty()).as(member).isTrue();
          }
        });
  }

  private ObjectNode run(JsonNode vector) {
    JsonNode inputs = vector.get("inputs");
    TracedCloud cloud = new TracedCloud(inputs);
    JsonNode buttons = inputs.get("button_events");
    JsonNode frames = inputs.get("meter_frames_t_ms_hex");
    long duration = inputs.get("duration_ms").asLong();
    ControlLoop loop =
        ControlLoop.powerUp(log(vector), (int) inputs.get("start_tick_ms").asLong(), board);
    boolean pressed = false;
    int button = 0;
    int frame = 0;
    for (long now = 0; now <= duration && !board.reset; now++) {
      board.now = now;
      while (button < buttons.size() && buttons.get(button).get("t_ms").asLong() == now) {
        pressed = buttons.get(button++).get("pressed").asBoolean();
      }
      if (now % 3 == 0) {
        loop.sampleKey(pressed);
      }
      while (frame < frames.size() && frames.get(frame).get(0).asLong() == now) {
        for (byte next : HexFormat.of().parseHex(frames.get(frame).get(1).asText())) {
          reader.accept(next, now).ifPresent(loop::frame);
        }
        frame++;
      }
      if (now > 0 && now % 1000 == 0) {
        countDownSamples.add(Integer.toUnsignedLong(loop.globals.countDown));
      }
      if (now == duration) {
        break;
      }
      lowPriority(now, cloud, loop);
      while (loop.until() == now && !board.reset) {
        int refreshed = loop.refreshedTick();
        loop.resume(board);
        if (loop.refreshedTick() != refreshed && now != ControlLoop.BOOT) {
          refreshed(now, loop.globals);
        }
        watch(now, loop);
      }
      lowPriority(now, cloud, loop);
      if (now % 250 == 0) {
        board.lamp.sample(now);
      }
    }
    return expectations(loop, cloud);
  }

  /// Only when the loop sleeps, be it from this very millisecond on.
  private void lowPriority(long now, TracedCloud cloud, ControlLoop loop) {
    if (loop.sleeps() && loop.until() > now - 1) {
      cloud.run(now, loop.globals);
      watch(now, loop);
    }
  }

  private static EnergyLog log(JsonNode vector) {
    EnergyLog log = EnergyLog.erased(RecordedEnergyLogTest.stride(vector), EnergyLog.Behind.ERASED);
    for (JsonNode slot : vector.at("/inputs/initial_flash_slots")) {
      log = log.with(slot.get("slot").asInt(), RecordedEnergyLogTest.content(slot));
    }
    return log;
  }

  private void watch(long now, ControlLoop loop) {
    powerSwitch.put(now, loop.globals.powerSwitch);
    countDown.put(now, Integer.toUnsignedLong(loop.globals.countDown));
    event.put(now, loop.globals.overcurrentEvent ? 1 : 0);
    upload.put(now, loop.globals.uploadEnabled ? 1 : 0);
    lock.put(now, loop.locked() ? 1 : 0);
  }

  private void refreshed(long now, Globals globals) {
    ObjectNode refresh = refreshes.addObject().put("t_ms", now);
    Floats.put(refresh, "", globals.reading);
    refresh.put("total_wh", Integer.toUnsignedLong(globals.totalWattHours));
  }

  private ObjectNode expectations(ControlLoop loop, TracedCloud cloud) {
    ObjectNode all = NODES.objectNode();
    all.set("power_switch_t_ms_value", powerSwitch.numbers());
    all.set("count_down_t_ms_value_s", countDown.numbers());
    all.set("count_down_sampled_each_1000_ms_s", countDownSamples);
    all.set("overcurrent_event_flag_t_ms_value", event.numbers());
    all.set("overcurrent_lock_t_ms_value", lock.numbers());
    all.set("upload_enabled_t_ms_value", upload.numbers());
    all.set("readings_refresh", refreshes);
    ObjectNode end = all.putObject("at_end");
    Floats.put(end, "decoder_", loop.meter().reading());
    end.put("decoder_total_wh", Integer.toUnsignedLong(loop.meter().totalWattHours()));
    List<String> slots = new ArrayList<>(RecordedEnergyLogTest.slots(loop.log()));
    ArrayNode atEnd = all.putArray("flash_slots_at_end");
    for (String slot : slots) {
      String[] parts = slot.split(":", -1);
      atEnd.addObject().put("slot", Integer.parseInt(parts[0])).put("raw_hex", parts[1]);
    }
    board.expectations(all);
    cloud.expectations(all);
    return all;
  }
}
