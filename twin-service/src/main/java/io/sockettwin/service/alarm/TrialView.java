package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.push.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a flow would have made of the values.
///
/// @param from when the first step happened
/// @param until when the last moment was judged
/// @param explanation the filter in words, with the values after the last step
/// @param episodes those that it would have raised, the first ones if there are many
record TrialView(Instant from, Instant until, String explanation, List<Episode> episodes) {
  static final int MAX_EPISODES = 100;

  /// An alarm as people would have seen it.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Episode(
      Instant raisedAt,
      String reason,
      long hits,
      @Nullable Instant clearedAt,
      @Nullable String clearReason,
      Texts title,
      Texts text) {}
}
