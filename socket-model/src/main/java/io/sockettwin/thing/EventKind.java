package io.sockettwin.thing;

/// How grave an event is.
public enum EventKind {
  INFO,
  ALERT,
  FAULT
}
