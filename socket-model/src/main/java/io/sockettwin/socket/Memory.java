package io.sockettwin.socket;

import java.util.List;

/// What a socket remembers besides its energy: it changes seldom and is stored as a whole.
///
/// @param load how the load should be taken up again by [RestorePolicy#LAST]
/// @param events what the cloud has not yet taken, oldest first
/// @param nextEventId no event of an earlier life has this number or a later one
public record Memory(Load load, Schedule schedule, List<PendingEvent> events, long nextEventId) {

  /// A socket as it leaves the factory.
  public static final Memory NOTHING = new Memory(Load.OFF, Schedule.NONE, List.of(), 1);

  public Memory {
    events = List.copyOf(events);
    if (nextEventId < 1) {
      throw new IllegalArgumentException("event numbers start at 1: " + nextEventId);
    }
  }

  static Memory of(SocketState state) {
    EventQueue events = state.events();
    return new Memory(loadToRestore(state), schedule(state), events.pending(), events.nextId());
  }

  /// Whether two states are remembered differently.
  static boolean differs(SocketState a, SocketState b) {
    return loadToRestore(a) != loadToRestore(b)
        || !schedule(a).equals(schedule(b))
        || !a.events().pending().equals(b.events().pending());
  }

  /// Nobody knows how long the power was gone, so a load that was about to be switched off by its
  /// countdown is not taken up again: it would have nobody to switch it off.
  private static Load loadToRestore(SocketState state) {
    Countdown countdown = state.countdown();
    boolean aboutToGoOff = countdown != null && !countdown.targetOn();
    return state.load() == Load.ON && aboutToGoOff ? Load.OFF : state.load();
  }

  private static Schedule schedule(SocketState state) {
    return state.timetable().schedule();
  }
}
