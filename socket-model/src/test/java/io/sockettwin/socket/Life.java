package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.socket.SocketEffect.ReplyToControl;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.Stopping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A socket, the world its effects go to, and its promises, checked after each event.
final class Life {

  private static final long ROLL_OVER = 10_000_000_000L;

  final Socket socket;
  final String name;
  SocketState state = SocketState.UNPOWERED;
  Instant now = Bench.START;
  boolean relayClosed;
  long storedEnergy;
  Memory memory = Memory.NOTHING;
  boolean linkUp;
  private int steps;

  Life(SocketSettings settings, String name) {
    this.socket = new Socket(settings);
    this.name = name;
  }

  void boot() {
    relayClosed = false;
    linkUp = false;
    step(new Booted(new Retained(storedEnergy, memory)));
  }

  List<SocketEffect> step(SocketInput input) {
    SocketState before = state;
    boolean wasClosed = relayClosed;
    Step step = socket.advance(before, input, now);
    state = step.state();
    if (input instanceof LinkUp || input instanceof LinkDown) {
      linkUp = input instanceof LinkUp;
    }
    // Formatting two million of these would take longer than all the rest.
    try {
      step.effects().forEach(this::carryOut);
      check(before, wasClosed, input, step.effects());
    } catch (AssertionError e) {
      String where = "%s, step %d: %s at %s".formatted(name, steps, input, now);
      throw new AssertionError(where + " from " + before, e);
    }
    steps++;
    return step.effects();
  }

  private void carryOut(SocketEffect effect) {
    switch (effect) {
      case SocketEffect.OpenRelay() -> relayClosed = false;
      case SocketEffect.CloseRelay() -> relayClosed = true;
      case SocketEffect.StoreEnergy(long milliwattHours) -> storedEnergy = milliwattHours;
      case SocketEffect.Remember(Memory next) -> memory = next;
      case SocketEffect.EraseAll() -> {
        storedEnergy = 0;
        memory = Memory.NOTHING;
      }
      case SocketEffect.WakeAt(Instant time) -> assertThat(time).isAfter(now);
      case SocketEffect.SendReport(Report report) -> {
        assertThat(linkUp).isTrue();
        assertThat(report.on()).isEqualTo(state.load() == Load.ON);
      }
      case SocketEffect.SendEvent event -> assertThat(linkUp).isTrue();
      case SocketEffect.ReplyToControl reply -> assertThat(reply.token()).isNotEmpty();
      case SocketEffect.StartProvisioning(Duration window) -> assertThat(window).isPositive();
      case SocketEffect.StopProvisioning() -> assertThat(state.provisioning()).isFalse();
    }
  }

  private void check(
      SocketState before, boolean wasClosed, SocketInput input, List<SocketEffect> effects) {
    that(relayClosed == (state.load() == Load.ON), "the relay is where the socket thinks it is");
    that(
        state.pendingEvents() <= EventQueue.CAPACITY, "no more events wait than there is room for");
    opensAtOnce(input);
    staysTripped(before, input, effects);
    energyNeverFalls(before, input, effects);
    nothingIsLostIfThePowerGoesNow();
    if (input instanceof ControlReceived) {
      that(
          effects.stream().filter(ReplyToControl.class::isInstance).count() == 1,
          "each control gets one answer");
    }
    if (!wasClosed && relayClosed) {
      that(effects.contains(new SocketEffect.CloseRelay()), "the relay does not move by itself");
    }
  }

  /// One step from the first frame above the threshold to the open relay.
  private void opensAtOnce(SocketInput input) {
    if (input instanceof FrameReceived(Frame frame)) {
      int current = Calibration.SHIPPED.currentMilliamps(frame).orElse(0);
      boolean tolerates = !socket.settings().limits().inrush().tolerance().isZero();
      that(
          current <= socket.settings().limits().tripMilliamps() || tolerates || !relayClosed,
          "the relay is open after the first frame above the threshold");
    }
  }

  private void staysTripped(SocketState before, SocketInput input, List<SocketEffect> effects) {
    if (before.load() != Load.TRIPPED || state.load() == Load.TRIPPED) {
      return;
    }
    boolean freshSwitchOn =
        input instanceof ControlReceived(String _, Freshness freshness, var values)
            && freshness == Freshness.LIVE
            && values.containsKey("power_switch")
            && effects.stream().anyMatch(Life::applied);
    Instant pressedAt = before.button().pressedAt();
    boolean freshClick = pressedAt != null && !pressedAt.isBefore(before.watch().openedAt());
    that(freshSwitchOn || freshClick, "a trip ends by a fresh switch-on only");
  }

  private void energyNeverFalls(SocketState before, SocketInput input, List<SocketEffect> effects) {
    if (input instanceof Booted || effects.contains(new SocketEffect.EraseAll())) {
      return;
    }
    long more = state.energyMilliwattHours() - before.energyMilliwattHours();
    boolean rolledOver = more < -ROLL_OVER / 2;
    that(more >= 0 || rolledOver, "energy never falls but for the roll-over");
  }

  /// As if the next event were a loss of power.
  private void nothingIsLostIfThePowerGoesNow() {
    that(memory.equals(Memory.of(state)), "all that is remembered is stored");
    long unstored = Math.floorMod(state.energyMilliwattHours() - storedEnergy, ROLL_OVER);
    that(unstored <= 1_000, "at most a watt-hour is not stored yet");
    if (steps % 100 == 0) {
      SocketState again =
          socket.advance(state, new Booted(new Retained(storedEnergy, memory)), now).state();
      assertThat(again.events().pending()).isEqualTo(state.events().pending());
      assertThat(again.schedule()).isEqualTo(state.schedule());
      assertThat(again.load() == Load.TRIPPED).isEqualTo(state.load() == Load.TRIPPED);
      Step stopped = socket.advance(state, new Stopping(), now);
      assertThat(stopped.state().energy().unstored()).isFalse();
    }
  }

  private static boolean applied(SocketEffect effect) {
    return effect instanceof ReplyToControl(String _, ControlOutcome outcome)
        && outcome instanceof ControlOutcome.Applied;
  }

  private static void that(boolean holds, String promise) {
    if (!holds) {
      throw new AssertionError(promise);
    }
  }
}
