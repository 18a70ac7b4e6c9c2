package io.sockettwin.service.timer;

import io.sockettwin.timer.Occurrences;
import io.sockettwin.timer.TimeRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an armed timer is to do when its moment is near or past.
///
/// @param due when it is to fire; null: not now
/// @param missed the first moment that it missed; with it goes all that was before `due`, or before
///   `next` if nothing is due
/// @param next its moment after that
record Turn(@Nullable Instant due, @Nullable Instant missed, @Nullable Instant next) {

  /// Of several moments that passed while nobody looked only the last can fire: nobody wants a
  /// socket to be switched sixty times.
  ///
  /// @param nextAt the moment it was armed for, which may be none any more if its place was changed
  /// @param grace how late it may fire
  static Turn of(
      Occurrences occurrences, TimeRule rule, Instant nextAt, Instant now, Duration grace) {
    if (!occurrences.next(rule, nextAt.minusNanos(1)).equals(Optional.of(nextAt))) {
      return new Turn(null, null, occurrences.next(rule, now).orElse(null));
    }
    Instant due = last(occurrences, rule, nextAt, now, grace);
    Instant missed = nextAt.equals(due) ? null : nextAt;
    Instant next = occurrences.next(rule, due == null ? now : due).orElse(null);
    return new Turn(due, missed, next);
  }

  /// The last moment until now that is not too late; the armed one if that is still to come.
  private static @Nullable Instant last(
      Occurrences occurrences, TimeRule rule, Instant nextAt, Instant now, Duration grace) {
    Instant last = nextAt;
    Instant earliest = now.minus(grace);
    if (nextAt.isBefore(earliest)) {
      last = occurrences.next(rule, earliest.minusNanos(1)).orElse(Instant.MAX);
      if (last.isAfter(now)) {
        return null;
      }
    }
    Optional<Instant> later = occurrences.next(rule, last);
    while (later.isPresent() && !later.get().isAfter(now)) {
      last = later.get();
      later = occurrences.next(rule, last);
    }
    return last;
  }
}
