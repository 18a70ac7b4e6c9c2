package io.sockettwin.socket;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a socket remembers besides its energy: it changes seldom and is stored as a whole.
///
/// @param load as it was; [RestorePolicy] says what becomes of it
/// @param countdown the one that is running; null if none is
/// @param events what the cloud has not yet taken, oldest first
/// @param nextEventId no event of an earlier life has this number or a later one
public record Memory(
    Load load,
    @Nullable KeptCountdown countdown,
    Schedule schedule,
    List<PendingEvent> events,
    long nextEventId) {

  /// A socket as it leaves the factory.
  public static final Memory NOTHING = new Memory(Load.OFF, null, Schedule.NONE, List.of(), 1);

  public Memory {
    events = List.copyOf(events);
    if (nextEventId < 1) {
      throw new IllegalArgumentException("event numbers start at 1: " + nextEventId);
    }
  }

  static Memory of(SocketState state) {
    EventQueue events = state.events();
    return new Memory(
        state.load(),
        kept(state.countdown(), state.timetable()),
        state.timetable().schedule(),
        events.pending(),
        events.nextId());
  }

  /// Whether this step has changed anything that is remembered. Asked ten times a second.
  static boolean differs(SocketState before, Turn after) {
    return before.load() != after.load
        || !Objects.equals(
            kept(before.countdown(), before.timetable()), kept(after.countdown, after.timetable))
        || !before.schedule().equals(after.timetable.schedule())
        || !before.events().pending().equals(after.events.pending());
  }

  private static @Nullable KeptCountdown kept(@Nullable Countdown countdown, Timetable timetable) {
    return countdown == null ? null : countdown.kept(timetable.aheadOrNone());
  }
}
