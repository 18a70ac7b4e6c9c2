package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.kind.Message;
import java.time.Instant;

/// A message that is this replica's to send until its lease ends; then anybody may take it.
///
/// @param attempt counted from 1
/// @param leaseEnd tells this claim from every other one of the same message
record Claimed(Message message, int attempt, Instant leaseEnd) {}
