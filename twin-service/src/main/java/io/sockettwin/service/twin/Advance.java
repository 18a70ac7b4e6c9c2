package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.twin.TwinStep;
import java.time.Instant;

/// One advance of a twin: what it was, what happened, and what followed.
///
/// @param at when it happened; of a message, when the broker received it, unique for each message
public record Advance(
    DeviceKey device, TwinState before, TwinInput input, Instant at, TwinStep step) {}
