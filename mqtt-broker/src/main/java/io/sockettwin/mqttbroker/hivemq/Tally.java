package io.sockettwin.mqttbroker.hivemq;

import java.util.concurrent.atomic.LongAdder;

/// What was turned away.
final class Tally {

  final LongAdder sessions = new LongAdder();
  final LongAdder refusedLogins = new LongAdder();
  final LongAdder unansweredLogins = new LongAdder();
  final LongAdder refusedPublishes = new LongAdder();
  final LongAdder refusedSubscriptions = new LongAdder();
  final LongAdder throttledMessages = new LongAdder();
  final LongAdder oversizePackets = new LongAdder();
  final LongAdder unreadAnswers = new LongAdder();
}
