package io.sockettwin.agent.store;

import io.sockettwin.socket.KeptCountdown;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.PendingEvent;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.WeeklyTimer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/// Things to remember.
final class Memories {

  static final Memory SHORT = new Memory(Load.ON, null, Schedule.NONE, List.of(), 7);

  /// Every kind of event, a countdown, a time zone, timers.
  static final Memory FULL =
      new Memory(
          Load.OFF,
          new KeptCountdown(Instant.parse("2026-01-01T01:00:00.25Z"), 3_600, true),
          new Schedule(
              ZoneId.of("Europe/Berlin"),
              List.of(
                  new WeeklyTimer(
                      EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                      LocalTime.of(6, 30),
                      true,
                      true),
                  new WeeklyTimer(
                      EnumSet.allOf(DayOfWeek.class), LocalTime.of(23, 59, 59), false, false))),
          List.of(
              new PendingEvent(3, SocketEvent.OVERCURRENT, Instant.parse("2026-01-01T00:00:00.5Z")),
              new PendingEvent(4, SocketEvent.METER_SILENT, Instant.EPOCH),
              new PendingEvent(5, new SocketEvent.LowVoltage(170_123), Instant.EPOCH)),
          6);

  private Memories() {}
}
