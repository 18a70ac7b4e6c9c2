package io.sockettwin.socket;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.PulseMark;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a frame of the meter does, the protection before anything else.
final class Measuring {

  /// A hundred kilowatts.
  private static final long MOST_NANOWATT_HOURS_PER_SECOND = 100_000L * 1_000_000_000 / 3_600;

  private static final long SLACK_NANOWATT_HOURS = 2_000_000_000;

  private Measuring() {}

  static void frame(Turn turn, Frame frame) {
    Calibration calibration = turn.settings.calibration();
    // The current alone is enough to trip on, whatever else is wrong with the frame.
    calibration.currentMilliamps(frame).ifPresent(current -> Protection.judge(turn, current));
    Optional<Reading> reading = calibration.read(frame);
    if (reading.isEmpty()) {
      return;
    }
    Protection.judgeMeter(turn, frame);
    if (frame.parametersUsable()) {
      Protection.judgeMains(turn, reading.get().voltageMillivolts());
    }
    Metering before = turn.metering;
    PulseMark mark = before.mark();
    if (frame.pulsesUsable()) {
      PulseMark next = PulseMark.of(frame);
      // The first frame only tells where the counter stands: it may have run while we were away.
      if (mark != null) {
        count(turn, frame, mark, next);
      }
      mark = next;
    }
    Instant expiresAt = turn.now.plus(Metering.READING_LIFE);
    turn.metering = new Metering(reading.get(), mark, expiresAt);
  }

  private static void count(Turn turn, Frame frame, PulseMark from, PulseMark to) {
    int pulses = from.pulsesUntil(to);
    double each = turn.settings.calibration().nanowattHoursPerPulse(frame);
    long more = Math.round(pulses * each);
    if (more > 0 && !(from.wrappedUntil(to) && more > most(turn))) {
      boolean rollsOver = turn.settings.handling().energyRollsOver();
      turn.energy = turn.energy.plus(more, rollsOver);
    }
  }

  /// The most that can have gone through since the last frame. What a counter says that seems to
  /// have wrapped, but was started anew, is usually more.
  private static long most(Turn turn) {
    Instant expiresAt = turn.metering.expiresAt();
    if (expiresAt == null) {
      return Long.MAX_VALUE;
    }
    Duration since = Duration.between(expiresAt.minus(Metering.READING_LIFE), turn.now);
    return MOST_NANOWATT_HOURS_PER_SECOND * since.toMillis() / 1000 + SLACK_NANOWATT_HOURS;
  }

  static void expireReading(Turn turn) {
    Instant expiresAt = turn.metering.expiresAt();
    if (expiresAt != null && !turn.now.isBefore(expiresAt)) {
      turn.metering = turn.metering.expired();
      turn.raise(SocketEvent.METER_SILENT);
      turn.tell();
    }
  }

  static void storeIfDue(Turn turn) {
    if (turn.energy.dueForStoring(turn.now)) {
      store(turn);
    }
  }

  static void store(Turn turn) {
    if (turn.energy.unstored()) {
      turn.energy = turn.energy.stored(turn.now);
      turn.add(new SocketEffect.StoreEnergy(turn.energy.milliwattHours()));
    }
  }
}
