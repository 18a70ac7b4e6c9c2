package io.sockettwin.loadsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AuditTest {

  private static final DeviceKey DEVICE = new DeviceKey("AUDITED001", "one");

  private static List<Kind> found(int trips, Seen.Alarms alarms) {
    return found(
        trips, new Seen(true, Map.of(), OptionalLong.empty(), OptionalLong.empty(), alarms, null));
  }

  private static List<Kind> found(Seen.Timer timer) {
    return found(
        0, new Seen(true, Map.of(), OptionalLong.empty(), OptionalLong.empty(), null, timer));
  }

  private static List<Kind> found(int trips, Seen seen) {
    Truth truth = new Truth(null, 0, 0, 0, trips, 0, List.of(), null);
    return new Audit(Duration.ofSeconds(5), 1)
        .compare(DEVICE, truth, true, seen).stream().map(Difference::kind).toList();
  }

  @Test
  void wantsEachTripCountedAndEachAlarmTold() {
    assertThat(found(3, new Seen.Alarms(3, 3, 3))).isEmpty();
    assertThat(found(0, new Seen.Alarms(0, 0, 0))).isEmpty();
  }

  @Test
  void acceptsASecondTripInTheSameEpisode() {
    assertThat(found(3, new Seen.Alarms(2, 3, 2))).isEmpty();
  }

  @Test
  void findsWhatIsMissingAndWhatIsTooMuch() {
    assertThat(found(3, new Seen.Alarms(2, 2, 2))).containsExactly(Kind.ALARM_MISSING);
    assertThat(found(1, new Seen.Alarms(2, 2, 2))).containsExactly(Kind.ALARM_DOUBLED);
    assertThat(found(2, new Seen.Alarms(2, 2, 1))).containsExactly(Kind.PUSH_MISSING);
  }

  @Test
  void wantsOneFiringAndOneControlOfATimer() {
    assertThat(found(new Seen.Timer(1, "", 1, true, 0))).isEmpty();
    assertThat(found(new Seen.Timer(0, "too late", 0, false, 0)))
        .containsExactly(Kind.TIMER_MISSING);
    assertThat(found(new Seen.Timer(1, "", 0, false, 0))).containsExactly(Kind.TIMER_MISSING);
    assertThat(found(new Seen.Timer(2, "", 1, true, 0))).containsExactly(Kind.TIMER_DOUBLED);
    assertThat(found(new Seen.Timer(1, "", 2, true, 0))).containsExactly(Kind.TIMER_DOUBLED);
    assertThat(found(new Seen.Timer(1, "", 1, true, 200_000_000)))
        .containsExactly(Kind.TIMER_EARLY);
  }

  @Test
  void acceptsThatASocketWhichWasAwayHasFetchedItsTimersValues() {
    assertThat(found(new Seen.Timer(1, "", 0, true, 0))).isEmpty();
  }
}
