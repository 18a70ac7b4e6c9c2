package io.sockettwin.service.alarm;

import java.time.Instant;

/// What a flow said from then on.
///
/// @param number the version of the flow it was
/// @param author who saved it; empty if it came with its product
record FlowVersion(int number, Instant at, String author, FlowDraft content) {}
