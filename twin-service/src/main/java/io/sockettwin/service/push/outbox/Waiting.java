package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.Severity;
import java.time.Instant;
import java.util.List;

/// What waits to be told to one recipient, oldest first, and when he was told something lately.
///
/// @param told moments within the last minute, oldest first
record Waiting(List<Item> items, List<Instant> told) {
  record Item(String noticeKey, Severity severity) {}

  Waiting {
    items = List.copyOf(items);
    told = List.copyOf(told);
  }
}
