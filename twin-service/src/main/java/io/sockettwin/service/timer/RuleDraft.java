package io.sockettwin.service.timer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rule of time as people write it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleDraft(
    @NotNull Kind kind,
    @Schema(description = "once: 2026-12-24T18:00; daily and weekly: 07:00", examples = "07:00")
        @Nullable String at,
    @Schema(description = "monday to sunday; weekly, and sun unless it is every day")
        @Nullable List<String> days,
    @Schema(
            description = "Minute, hour, day of month, month, day of week",
            examples = "0 7 * * MON-FRI")
        @Nullable String cron,
    @Schema(description = "sunrise or sunset", examples = "sunset") @Nullable String event,
    @Schema(description = "After sunrise or sunset; negative: before it")
        @Nullable Integer offsetMinutes) {

  enum Kind {
    @JsonProperty("once")
    ONCE,
    @JsonProperty("daily")
    DAILY,
    @JsonProperty("weekly")
    WEEKLY,
    @JsonProperty("cron")
    CRON,
    @JsonProperty("sun")
    SUN
  }
}
