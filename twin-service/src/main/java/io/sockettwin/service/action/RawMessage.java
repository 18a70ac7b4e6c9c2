package io.sockettwin.service.action;

import io.sockettwin.wire.TopicKind;
import java.time.Instant;

/// Bytes a device sent.
///
/// @param sizeBytes how many there were
/// @param payload the first of them, in Base64
@SuppressWarnings("ArrayRecordComponent") // not compared
record RawMessage(Instant at, TopicKind topic, int sizeBytes, byte[] payload) {}
