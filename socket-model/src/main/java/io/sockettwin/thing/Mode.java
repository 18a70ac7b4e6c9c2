package io.sockettwin.thing;

/// Who may set a property: `r` only the device, `rw` the application too.
public enum Mode {
  R,
  RW
}
