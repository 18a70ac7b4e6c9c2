package io.sockettwin.service.product;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether devices may obtain their secret with the product secret (protocol section 11.4).
public enum Registration {
  @JsonProperty("disabled")
  DISABLED,
  /// Only devices that are already in the registry.
  @JsonProperty("pre-created")
  PRE_CREATED,
  /// Unknown devices are created.
  @JsonProperty("auto-create")
  AUTO_CREATE
}
