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
    Truth truth = new Truth(null, 0, 0, 0, trips, 0, List.of(), null);
    Seen seen = new Seen(true, Map.of(), OptionalLong.empty(), OptionalLong.empty(), alarms);
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
}
