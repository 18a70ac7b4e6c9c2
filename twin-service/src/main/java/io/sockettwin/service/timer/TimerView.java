package io.sockettwin.service.timer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.place.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A timer as REST shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimerView(
    UUID id,
    String name,
    boolean enabled,
    RuleDraft rule,
    @Nullable String timeZone,
    @Nullable Position position,
    List<ActionDraft> actions,
    long graceSeconds,
    long expirySeconds,
    @Schema(description = "When it fires next; absent when it does not") @Nullable Instant nextAt,
    Instant createdAt,
    int version) {

  static TimerView of(TimerRow row, TimerDraft draft) {
    return new TimerView(
        row.id,
        draft.name(),
        draft.enabledOrTrue(),
        draft.rule(),
        draft.timeZone(),
        draft.position(),
        draft.actions(),
        draft.grace().toSeconds(),
        draft.patience().toSeconds(),
        row.nextAt,
        row.createdAt,
        row.version);
  }
}
