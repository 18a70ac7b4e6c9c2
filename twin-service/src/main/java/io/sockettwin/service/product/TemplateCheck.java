package io.sockettwin.service.product;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a new data template would change for the devices there are.
///
/// @param devices how many the product has
record TemplateCheck(
    @Schema(description = "Whether it can be put without force") boolean compatible,
    int devices,
    List<Finding> differences) {

  TemplateCheck {
    differences = List.copyOf(differences);
  }

  /// A difference, and how many twins hold a value that would be dropped.
  record Finding(
      String path, TemplateDifference.Kind kind, boolean breaking, String detail, int losingTwins) {

    static Finding of(TemplateDifference difference, int losingTwins) {
      return new Finding(
          difference.path(),
          difference.kind(),
          difference.breaking(),
          difference.detail(),
          losingTwins);
    }
  }
}
