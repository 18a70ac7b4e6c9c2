package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.socket.SocketEffect.Remember;
import io.sockettwin.socket.SocketEffect.SendEvent;
import io.sockettwin.socket.SocketInput.Booted;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RestartTest {

  @Test
  void leavesTheLoadOffUnlessToldOtherwise() {
    Bench bench = with(RestorePolicy.OFF);
    bench.power(true);
    restart(bench);

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.effects()).first().isEqualTo(new SocketEffect.OpenRelay());
  }

  @Test
  void takesTheLoadUpAgainAsItWas() {
    Bench bench = with(RestorePolicy.LAST);
    bench.power(true);
    restart(bench);
    assertThat(bench.relayClosed).isTrue();

    bench.power(false);
    restart(bench);
    assertThat(bench.relayClosed).isFalse();
  }

  @Test
  void switchesTheLoadOnWhereThePolicySaysSo() {
    Bench bench = with(RestorePolicy.ON);
    assertThat(bench.relayClosed).isTrue();
  }

  @Test
  void closesNoTrippedRelayUnderAnyPolicy() {
    for (RestorePolicy policy : RestorePolicy.values()) {
      Bench bench = with(policy);
      bench.power(true);
      bench.measure(9_000);
      restart(bench);
      bench.input(
          new ControlReceived("old", Freshness.PENDING, Map.of("power_switch", Bench.whole(1))));

      assertThat(bench.relayClosed).as("%s", policy).isFalse();
      assertThat(bench.state.load()).as("%s", policy).isEqualTo(Load.TRIPPED);
      bench.press(100);
      assertThat(bench.relayClosed).as("%s, switched on again", policy).isTrue();
    }
  }

  @Test
  void sendsTheEventsOfItsFormerLifeUntilTheyAreSettled() {
    Bench bench = with(RestorePolicy.OFF);
    bench.measure(9_000);
    restart(bench);
    bench.input(new LinkUp());

    SendEvent event = bench.effects(SendEvent.class).getFirst();
    assertThat(event).isEqualTo(new SendEvent(1, SocketEvent.OVERCURRENT, Bench.START));
    bench.input(new EventSettled(1));
    restart(bench);
    bench.input(new LinkUp());
    assertThat(bench.effects(SendEvent.class)).isEmpty();
  }

  @Test
  void givesNoNumberOfAnEventTwice() {
    Bench bench = with(RestorePolicy.OFF);
    bench.measure(9_000);
    bench.input(new EventSettled(1));
    restart(bench);
    bench.press(100);
    bench.measure(9_000);

    assertThat(bench.memory.events()).extracting(PendingEvent::eventId).containsExactly(2L);
  }

  @Test
  void keepsItsSchedule() {
    Bench bench = with(RestorePolicy.OFF);
    bench.input(new ScheduleSet(ScheduleTest.WEEKDAYS_AT_SEVEN));
    restart(bench);

    assertThat(bench.state.schedule()).isEqualTo(ScheduleTest.WEEKDAYS_AT_SEVEN);
  }

  @Test
  void remembersOnlyWhatHasChanged() {
    Bench bench = with(RestorePolicy.LAST);
    bench.power(true);
    assertThat(bench.effects(Remember.class)).hasSize(1);
    bench.power(true);
    bench.measure(1_000);
    bench.input(new LinkUp());
    bench.input(new EventSettled(77));
    bench.pass(Duration.ofSeconds(2));

    assertThat(bench.effects(Remember.class)).isEmpty();
  }

  @Test
  void remembersTheStateItCameUpInWhenThatIsAnother() {
    Bench bench = with(RestorePolicy.OFF);
    bench.power(true);
    restart(bench);

    assertThat(bench.effects(Remember.class))
        .extracting(e -> e.memory().load())
        .containsExactly(Load.OFF);
  }

  @Test
  void keepsTheNewestOfMoreEventsThanItHasRoomFor() {
    List<PendingEvent> many =
        LongStream.rangeClosed(1, EventQueue.CAPACITY + 2)
            .mapToObj(id -> new PendingEvent(id, SocketEvent.OVERCURRENT, Bench.START))
            .toList();
    Bench bench = with(RestorePolicy.OFF);
    bench.input(new Booted(new Retained(0, new Memory(Load.OFF, null, Schedule.NONE, many, 100))));

    assertThat(bench.state.events().pending()).isEqualTo(many.subList(2, many.size()));
    assertThat(bench.state.events().dropped()).isEqualTo(2);
  }

  @Test
  void forgetsAPressOfItsFormerLife() {
    Bench bench = with(RestorePolicy.OFF);
    bench.input(new SocketInput.ButtonPressed());
    bench.passMillis(100);
    bench.input(new SocketInput.ButtonReleased());
    bench.now = bench.now.plusSeconds(1);
    restart(bench);

    assertThat(bench.relayClosed).isFalse();
    assertThat(bench.effects(SocketEffect.CloseRelay.class)).isEmpty();
  }

  @Test
  void refusesEventNumbersThatCannotBe() {
    assertThatThrownBy(() -> new Memory(Load.OFF, null, Schedule.NONE, List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Bench with(RestorePolicy policy) {
    return new Bench(SocketSettings.DEFAULT.with(Handling.DEFAULT.withRestore(policy)));
  }

  private static void restart(Bench bench) {
    bench.effects();
    bench.input(new Booted(new Retained(0, bench.memory)));
  }
}
