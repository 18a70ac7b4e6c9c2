package io.sockettwin.service.twin;

/// A participant's place in a lane.
///
/// @param alarms what it asked for and what was committed
record Seat(String name, Participant.Side side, Alarms alarms) {
  Seat(String name, Participant.Side side) {
    this(name, side, new Alarms());
  }
}
