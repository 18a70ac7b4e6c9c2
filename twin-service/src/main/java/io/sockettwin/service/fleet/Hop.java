package io.sockettwin.service.fleet;

import java.util.Locale;

/// Ways that are timed, each by a meter of the feature it belongs to.
enum Hop {
  /// From the receipt of a message to its commit.
  MESSAGE("sockettwin.messages.latency"),
  /// From the receipt of a message to the alarm it raises.
  ALARM("sockettwin.alarms.decided"),
  /// From the beginning of an attempt to its acceptance by the channel.
  HANDOVER("sockettwin.push.handover"),
  /// From the receipt of a message to the acceptance of its alarm by the channel: the whole way.
  DELIVERY("sockettwin.push.latency"),
  /// From the moment a timer is due to the commit of its control.
  TIMER("sockettwin.timers.lateness");

  private final String meter;

  Hop(String meter) {
    this.meter = meter;
  }

  String meter() {
    return meter;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
