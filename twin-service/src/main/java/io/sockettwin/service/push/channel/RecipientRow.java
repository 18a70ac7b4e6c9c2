package io.sockettwin.service.push.channel;

import io.sockettwin.service.push.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A recipient as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "push_recipient")
@SuppressWarnings("NullAway.Init")
class RecipientRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "channel_id")
  String channelId;

  String address;
  byte @Nullable [] sealed;
  @Nullable String owner;

  @Enumerated(EnumType.STRING)
  Language language;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "gone_at")
  @Nullable Instant goneAt;
}
