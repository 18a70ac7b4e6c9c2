package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.EventKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event of an event message. A missing kind is the template's; a missing time is the time of
/// receipt (protocol section 6).
public record PostedEvent(
    String eventId, @Nullable EventKind kind, @Nullable Instant at, ObjectNode params) {}
