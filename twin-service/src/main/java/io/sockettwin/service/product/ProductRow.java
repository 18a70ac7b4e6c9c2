package io.sockettwin.service.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/// A product as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "product")
@SuppressWarnings("NullAway.Init")
class ProductRow {
  @Id String id;

  @Column(name = "name_en")
  String nameEn;

  @Column(name = "name_zh")
  String nameZh;

  String template;
  byte[] secret;

  @Enumerated(EnumType.STRING)
  Registration registration;

  String panel;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;
}
