package io.sockettwin.service.timer;

import io.sockettwin.timer.Place;
import io.sockettwin.timer.SunEvent;
import io.sockettwin.timer.SunTimes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Sunrise and sunset by commons-suncalc, to about a minute.
@Singleton
final class SunCalc implements SunTimes {
  @Override
  public Optional<Instant> at(SunEvent event, LocalDate date, Place place, ZoneId zone) {
    var times =
        org.shredzone.commons.suncalc.SunTimes.compute()
            .on(date)
            .timezone(zone)
            .at(place.latitude(), place.longitude())
            .oneDay()
            .execute();
    ZonedDateTime at =
        switch (event) {
          case SUNRISE -> times.getRise();
          case SUNSET -> times.getSet();
        };
    return Optional.ofNullable(at).map(it -> it.toInstant().truncatedTo(ChronoUnit.SECONDS));
  }
}
