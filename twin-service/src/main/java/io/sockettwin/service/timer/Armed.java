package io.sockettwin.service.timer;

import io.sockettwin.service.place.Position;
import io.sockettwin.timer.Occurrences;
import io.sockettwin.timer.Place;
import io.sockettwin.timer.SunTimes;
import io.sockettwin.timer.TimeRule;
import io.sockettwin.timer.Where;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule together with the place whose clocks and sun it goes by.
record Armed(TimeRule rule, Where where) {

  /// What counts as on time however busy the service is, and without any grace.
  static final Duration ON_TIME = Duration.ofSeconds(10);

  /// Empty if it cannot come true: without a time zone, or by the sun of nowhere.
  ///
  /// @param device where its first device is
  static Optional<Armed> of(TimerDraft draft, Whereabout device) {
    String zone = draft.timeZone() == null ? device.timeZone() : draft.timeZone();
    Position position = draft.position() == null ? device.position() : draft.position();
    if (zone == null
        || !ZoneId.getAvailableZoneIds().contains(zone)
        || !(ReadRule.of(draft.rule()) instanceof ReadRule.Valid(TimeRule rule))
        || (rule instanceof TimeRule.Sun && position == null)) {
      return Optional.empty();
    }
    return Optional.of(new Armed(rule, new Where(ZoneId.of(zone), place(position))));
  }

  private static @Nullable Place place(@Nullable Position position) {
    return position == null ? null : new Place(position.latitude(), position.longitude());
  }

  Optional<Instant> next(SunTimes sun, Instant after) {
    return new Occurrences(where, sun).next(rule, after);
  }

  Turn turn(SunTimes sun, Instant nextAt, Instant now, Duration grace) {
    return Turn.of(new Occurrences(where, sun), rule, nextAt, now, lateness(grace));
  }

  static Duration lateness(Duration grace) {
    return grace.compareTo(ON_TIME) < 0 ? ON_TIME : grace;
  }
}
