package io.sockettwin.loadsim.check;

/// What is timed, always from the moment it was due, so that a service that stops for a while
/// cannot hide the wait of those that should have come meanwhile.
public enum Latency {
  CONNECT("connect", "connection wanted -> accepted"),
  REPORT("report", "report -> reply"),
  EVENT("event", "event -> reply"),
  CONTROL("control", "control asked of the service -> at the socket"),
  APPLIED("applied", "control at the socket -> seen as applied at the service"),
  TIMER("timer", "timer due -> its control at the socket"),
  ALARM("alarm", "overload cut off -> told by a webhook"),
  API("api", "request to the service -> its answer");

  private final String fact;
  private final String meaning;

  Latency(String fact, String meaning) {
    this.fact = fact;
    this.meaning = meaning;
  }

  /// Its name in expectations and results.
  public String fact() {
    return fact;
  }

  public String meaning() {
    return meaning;
  }
}
