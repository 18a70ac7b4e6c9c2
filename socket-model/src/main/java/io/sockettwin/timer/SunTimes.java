package io.sockettwin.timer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// What astronomy says. A function of its arguments and nothing else.
public interface SunTimes {

  /// When it happens on the day that the zone's calendar calls by this date; empty if it does not.
  Optional<Instant> at(SunEvent event, LocalDate date, Place place, ZoneId zone);
}
