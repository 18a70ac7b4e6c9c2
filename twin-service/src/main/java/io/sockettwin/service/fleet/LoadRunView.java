package io.sockettwin.service.fleet;

import java.time.Instant;
import java.util.UUID;

/// A run of load-sim that somebody attached.
record LoadRunView(
    UUID id,
    String scenario,
    LoadRunDraft.Verdict verdict,
    Instant startedAt,
    double seconds,
    int sockets,
    Instant attachedAt,
    String attachedBy) {}
