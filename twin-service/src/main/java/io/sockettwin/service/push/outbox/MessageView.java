package io.sockettwin.service.push.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message as REST shows it.
///
/// @param state waiting, accepted, dead or dropped
/// @param notices how many it tells
/// @param failure what became of the last attempt, if it failed
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
    String id,
    String channelId,
    String state,
    int notices,
    int attempts,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant settledAt,
    @Nullable String providerId,
    @Nullable String failure) {

  static MessageView of(MessageRow row) {
    return new MessageView(
        row.id,
        row.channelId,
        row.state.name().toLowerCase(Locale.ROOT),
        row.notices,
        row.attempts,
        row.createdAt,
        row.state == Settlement.State.WAITING ? row.dueAt : null,
        row.handedOverAt,
        row.settledAt,
        row.providerId,
        row.failure);
  }
}
