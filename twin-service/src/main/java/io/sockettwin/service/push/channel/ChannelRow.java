package io.sockettwin.service.push.channel;

import io.sockettwin.service.push.kind.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/// A channel as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "push_channel")
@SuppressWarnings("NullAway.Init")
class ChannelRow {
  @Id String id;

  String name;

  @Enumerated(EnumType.STRING)
  Kind kind;

  boolean enabled;
  String settings;
  byte[] secrets;
  String policy;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;
}
