package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.ControlOutcome.Refused;
import io.sockettwin.socket.SocketEffect.ReplyToControl;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileControlTest {

  private static final int SEEDS = 5_000;

  /// None of these may be taken, whatever stands beside it.
  private static final List<Map.Entry<String, ControlValue>> POISON =
      List.of(
          Map.entry("power_switch", new ControlValue.Unfit()),
          Map.entry("power_switch", Bench.whole(2)),
          Map.entry("power_switch", Bench.whole(Long.MIN_VALUE)),
          Map.entry("count_down", Bench.whole(4_294_967_296L)),
          Map.entry("count_down", Bench.whole(-1)),
          Map.entry("count_down", new ControlValue.Truth(true)),
          Map.entry("total_kwh", Bench.whole(0)),
          Map.entry("power_factor", new ControlValue.Unfit()),
          Map.entry("Power_Switch", Bench.whole(1)),
          Map.entry("power_switch ", Bench.whole(1)),
          Map.entry("", Bench.whole(1)),
          Map.entry("a".repeat(60_000), Bench.whole(1)),
          Map.entry("\u0000", Bench.whole(1)));

  @Test
  void neverMovesTheRelayNorChangesAnything() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Bench bench = new Bench();
      bench.input(new LinkUp());
      bench.power(random.nextBoolean());
      bench.countDown(random.nextInt(2) * 100);
      boolean closed = bench.relayClosed;
      bench.effects();
      SocketState before = bench.state;

      bench.input(
          new ControlReceived(
              "t", random.nextBoolean() ? Freshness.LIVE : Freshness.PENDING, hostile(random)));

      assertThat(bench.effects())
          .as("seed %s", seed)
          .singleElement()
          .matches(effect ->
              effect instanceof ReplyToControl(String token, ControlOutcome outcome)
                  && token.equals("t")
                  && outcome instanceof Refused);
      assertThat(bench.state).as("seed %s", seed).isEqualTo(before);
      assertThat(bench.relayClosed).as("seed %s", seed).isEqualTo(closed);
    }
  }

  private static Map<String, ControlValue> hostile(Random random) {
    Map<String, ControlValue> values = new HashMap<>();
    values.put("power_switch", Bench.whole(random.nextInt(2)));
    values.put("count_down", Bench.whole(random.nextInt(10)));
    for (int i = random.nextInt(3); i >= 0; i--) {
      var poison = POISON.get(random.nextInt(POISON.size()));
      values.put(poison.getKey(), poison.getValue());
    }
    return values;
  }
}
