package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much a flow finds, in silence or not.
///
/// @param open episodes that have not ended
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlowActivity(String flowId, long open, @Nullable Instant lastRaisedAt) {}
