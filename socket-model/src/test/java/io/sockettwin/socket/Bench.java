package io.sockettwin.socket;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ButtonPressed;
import io.sockettwin.socket.SocketInput.ButtonReleased;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A socket on a bench: a clock to turn, a meter to set, effects to look at. Wake-ups come in time.
final class Bench {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final FrameEncoder METER = FrameEncoder.typical(Calibration.SHIPPED);

  final Socket socket;
  SocketState state = SocketState.UNPOWERED;
  Instant now = START;
  boolean relayClosed;
  Memory memory = Memory.NOTHING;

  /// All effects since the last look, wake-ups aside.
  private final List<SocketEffect> effects = new ArrayList<>();

  private long pulses;

  Bench(SocketSettings settings) {
    socket = new Socket(settings);
    input(new Booted(Retained.NOTHING));
    effects();
  }

  Bench() {
    this(SocketSettings.DEFAULT);
  }

  void input(SocketInput input) {
    Step step = socket.advance(state, input, now);
    state = step.state();
    for (SocketEffect effect : step.effects()) {
      switch (effect) {
        case SocketEffect.OpenRelay() -> relayClosed = false;
        case SocketEffect.CloseRelay() -> relayClosed = true;
        case SocketEffect.Remember(Memory next) -> memory = next;
        default -> {}
      }
      if (!(effect instanceof SocketEffect.WakeAt)) {
        effects.add(effect);
      }
    }
  }

  /// What was wanted since the last call.
  List<SocketEffect> effects() {
    List<SocketEffect> seen = List.copyOf(effects);
    effects.clear();
    return seen;
  }

  <E extends SocketEffect> List<E> effects(Class<E> type) {
    return effects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  void pass(Duration time) {
    Instant end = now.plus(time);
    while (state.wakeAt() != null && !state.wakeAt().isAfter(end) && state.wakeAt().isAfter(now)) {
      now = state.wakeAt();
      input(new WakeUp());
    }
    now = end;
  }

  void passMillis(long millis) {
    pass(Duration.ofMillis(millis));
  }

  void measure(int milliamps) {
    measure(milliamps, 0);
  }

  void measure(int milliamps, int morePulses) {
    pulses += morePulses;
    int milliwatts = 230 * milliamps;
    input(
        new FrameReceived(
            METER.encode(new Reading(230_000, milliamps, milliwatts, milliwatts, 1000), pulses)));
  }

  void press(long millis) {
    input(new ButtonPressed());
    passMillis(millis);
    input(new ButtonReleased());
    passMillis(50);
  }

  void control(String token, Map<String, ControlValue> values) {
    input(new ControlReceived(token, Freshness.LIVE, values));
  }

  void power(boolean on) {
    control("t", Map.of("power_switch", whole(on ? 1 : 0)));
  }

  void countDown(int seconds) {
    control("t", Map.of("count_down", whole(seconds)));
  }

  static ControlValue whole(long value) {
    return new ControlValue.WholeNumber(value);
  }
}
