package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.vectors.Vectors;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The recorded traces through the front door: inputs in, the relay's movements out, to the
/// millisecond, on nothing but the wake-ups the device asks for.
class RecordedRelayTest {

  @TestFactory
  Stream<DynamicTest> movesTheRelayWhenTheOriginalMovedIt() {
    return Vectors.tests(
        "control_traces.jsonl",
        vector -> {
          JsonNode inputs = vector.get("inputs");
          // Left out are traces with remote control, which reaches the control loop here by the way
          // of the real cloud task and not of the recordings' much simpler one (C9, T11), and those
          // from a tick other than 0 (T24): it shifts the seconds of a countdown only.
          if (inputs.get("control_events").isEmpty() && inputs.get("start_tick_ms").asLong() == 0) {
            JsonNode reset = vector.at("/expect/system_reset_t_ms");
            // What comes after the restart is no longer recorded.
            long end = reset.isNumber() ? reset.asLong() : inputs.get("duration_ms").asLong() - 1;
            assertThat(run(inputs, end)).isEqualTo(expected(vector.get("expect")));
          }
        });
  }

  private static List<String> expected(JsonNode expect) {
    List<String> moves = new ArrayList<>();
    boolean closed = false;
    for (JsonNode move : expect.get("relay_t_ms_on")) {
      closed = move.get(1).asBoolean();
      moves.add(move.get(0).asLong() + " " + closed);
    }
    // The recording ends with the restart, which opens the relay.
    if (closed && !expect.get("system_reset_t_ms").isNull()) {
      moves.add(expect.get("system_reset_t_ms").asLong() + " false");
    }
    return moves;
  }

  private static List<String> run(JsonNode inputs, long end) {
    FlashedBench device = new FlashedBench().boot(0);
    TreeMap<Long, List<SocketInput>> plan = new TreeMap<>();
    for (JsonNode event : inputs.get("button_events")) {
      boolean pressed = event.get("pressed").asBoolean();
      plan(plan, event.get("t_ms").asLong())
          .add(pressed ? new SocketInput.ButtonPressed() : new SocketInput.ButtonReleased());
    }
    FrameReader reader = FrameReader.gapsOnly();
    for (JsonNode frame : inputs.get("meter_frames_t_ms_hex")) {
      long time = frame.get(0).asLong();
      for (byte next : HexFormat.of().parseHex(frame.get(1).asText())) {
        Optional<Frame> read = reader.accept(next, time);
        read.ifPresent(f -> plan(plan, time).add(new SocketInput.FrameReceived(f)));
      }
    }
    plan.headMap(end, true)
        .forEach((time, now) -> {
          device.until(time - 1);
          device.now = time;
          now.forEach(device::input);
        });
    device.until(end);
    return device.done.stream()
        .filter(done ->
            done.effect() instanceof SocketEffect.OpenRelay
                || done.effect() instanceof SocketEffect.CloseRelay)
        .map(done -> done.at() + " " + (done.effect() instanceof SocketEffect.CloseRelay))
        .toList();
  }

  private static List<SocketInput> plan(Map<Long, List<SocketInput>> plan, long time) {
    return plan.computeIfAbsent(time, _ -> new ArrayList<>());
  }
}
