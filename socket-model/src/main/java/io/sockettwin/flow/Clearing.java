package io.sockettwin.flow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When an episode ends.
///
/// @param when ends it as soon as it holds after the beginning; null ends it when the filter no
///   longer holds, or no further event hits
/// @param after how long that must last; for an event, also how close repeated ones belong together
public record Clearing(@Nullable Condition when, Duration after) {}
