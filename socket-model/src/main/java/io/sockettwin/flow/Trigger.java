package io.sockettwin.flow;

/// Which part of a device's life a flow looks at.
public sealed interface Trigger {

  /// Its properties: the flow's filter is a state, true or false at any time.
  record Data() implements Trigger {}

  /// Whether it is connected and heard of; a state as well.
  record Status() implements Trigger {}

  /// One kind of its events: the filter is judged once for each.
  record Event(String eventId) implements Trigger {}
}
