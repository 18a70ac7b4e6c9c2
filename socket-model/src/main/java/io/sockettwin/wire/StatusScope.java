package io.sockettwin.wire;

/// What a device asks for with get_status: both halves unless it names one.
public enum StatusScope {
  BOTH,
  REPORT,
  CONTROL;

  public boolean includesReported() {
    return this != CONTROL;
  }

  public boolean includesControl() {
    return this != REPORT;
  }
}
