package io.sockettwin.service.twin;

import java.time.Instant;

/// A message of a device, as it came; topic and payload are outside data.
///
/// @param committed to be run, on any thread, when everything that follows from the message is
///   durable; acknowledges it to the broker
@SuppressWarnings("ArrayRecordComponent") // not compared, and copying 64 KB would be waste
public record Arrival(String topic, byte[] payload, Instant receivedAt, Runnable committed) {}
