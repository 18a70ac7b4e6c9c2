package io.sockettwin.service.push.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message as it is stored, without its content. Hibernate fills the fields.
@Entity
@Table(name = "push_message")
@SuppressWarnings("NullAway.Init")
class MessageRow {
  @Id String id;

  @Column(name = "channel_id")
  String channelId;

  @Enumerated(EnumType.STRING)
  Settlement.State state;

  int notices;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "due_at")
  Instant dueAt;

  int attempts;

  @Column(name = "handed_over_at")
  @Nullable Instant handedOverAt;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  @Column(name = "provider_id")
  @Nullable String providerId;

  @Nullable String failure;
}
