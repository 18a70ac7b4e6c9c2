package io.sockettwin.service.push.channel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// The hours of each day in which only what is urgent is told; they may pass midnight.
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  /// When they end, if this moment is in them.
  public Optional<Instant> endIfQuiet(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overnight = to.isBefore(from);
    boolean evening = overnight && !time.isBefore(from);
    boolean quiet =
        overnight ? evening || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    return quiet
        ? Optional.of(
            local.toLocalDate().plusDays(evening ? 1 : 0).atTime(to).atZone(zone).toInstant())
        : Optional.empty();
  }
}
