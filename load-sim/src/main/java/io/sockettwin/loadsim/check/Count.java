package io.sockettwin.loadsim.check;

/// What is counted while a run goes on.
public enum Count {
  /// Connections the service let in.
  CONNECTS("connects.made"),
  /// Attempts that were refused or came to nothing.
  CONNECTS_FAILED("connects.failed"),
  /// Connections that ended, for whatever reason.
  CONNECTIONS_LOST("connections.lost"),
  REPORTS_SENT("reports.sent"),
  /// Answered with code 0: the service says it has them for good.
  REPORTS_ACKED("reports.acked"),
  REPORTS_REFUSED("reports.refused"),
  /// The connection ended before the answer: nobody knows, and nobody is to blame.
  REPORTS_CUT("reports.cut"),
  /// Taken away by a fault of the scenario.
  REPORTS_SWALLOWED("reports.swallowed"),
  /// Not answered though the connection held; known at the end.
  REPORTS_LOST("reports.lost"),
  EVENTS_SENT("events.sent"),
  EVENTS_ACKED("events.acked"),
  EVENTS_REFUSED("events.refused"),
  /// Not answered by the end.
  EVENTS_LOST("events.lost"),
  /// Answers to what nobody asked, or asked once and was answered before.
  ANSWERS_UNASKED("answers.unasked"),
  /// Refusals and oddities a device-agent would log.
  WARNINGS("warnings"),
  TRIPS("trips"),
  CONTROLS_HEARD("controls.heard"),
  MALFORMED_SENT("malformed.sent"),
  /// What a socket never does, whatever happens to it.
  RULES_BROKEN("rules.broken");

  private final String fact;

  Count(String fact) {
    this.fact = fact;
  }

  /// Its name in expectations and results.
  public String fact() {
    return fact;
  }
}
