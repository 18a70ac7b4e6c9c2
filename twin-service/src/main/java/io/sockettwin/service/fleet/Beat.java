package io.sockettwin.service.fleet;

import java.time.Instant;

/// What the meters said at a moment, of the seconds before it.
///
/// @param connected devices
/// @param messagesPerSecond from devices
/// @param lagMilliseconds from the receipt of a message to its commit, on average
/// @param waiting messages that wait for their lane
record Beat(
    Instant at, long connected, double messagesPerSecond, double lagMilliseconds, long waiting) {}
