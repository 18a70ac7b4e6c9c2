package io.sockettwin.service.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
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
  private static final ObjectMapper JSON = new ObjectMapper();

  @Id String id;

  @Column(name = "name_en")
  String nameEn;

  @Column(name = "name_zh")
  String nameZh;

  String template;
  byte[] secret;

  @Enumerated(EnumType.STRING)
  Registration registration;

  @Column(name = "registration_limit")
  int registrationLimit;

  String panel;

  @Column(name = "template_number")
  int templateNumber;

  @Column(name = "created_at")
  Instant createdAt;

  @Version int version;

  Product product() {
    return switch (DataTemplate.parse(template)) {
      case ParsedTemplate.Valid(DataTemplate parsed) ->
          new Product(
              id, new Names(nameEn, nameZh), parsed, registration, registrationLimit, version);
      case ParsedTemplate.Invalid(var problems) ->
          throw new IllegalStateException("stored template of " + id + ": " + problems);
    };
  }

  ProductFields fields() {
    return new ProductFields(
        new Names(nameEn, nameZh), registration, registrationLimit, object(panel));
  }

  void fill(ProductFields fields) {
    nameEn = fields.name().en();
    nameZh = fields.name().zh();
    registration = fields.registration();
    registrationLimit = fields.registrationLimit();
    panel = fields.panel().toString();
  }

  /// Whether its template is this one, whatever the white space.
  boolean holds(String other) {
    return object(template).equals(object(other));
  }

  TemplateVersion templateVersion(String author, String note, Instant at) {
    return new TemplateVersion(templateNumber, at, author, note, template);
  }

  private static ObjectNode object(String text) {
    try {
      return JSON.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + text, e);
    }
  }
}
