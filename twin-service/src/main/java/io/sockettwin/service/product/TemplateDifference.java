package io.sockettwin.service.product;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One difference between two data templates.
///
/// @param path where, as `properties.power_switch`
/// @param breaking whether something that devices say, or that was kept, fits no longer
record TemplateDifference(
    @Schema(examples = "properties.count_down") String path,
    Kind kind,
    boolean breaking,
    String detail) {

  /// What happened to it.
  enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }
}
