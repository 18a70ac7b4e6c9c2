package io.sockettwin.service.production;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a batch.
record BatchAudit(
    int devices,
    int activated,
    int neverSeen,
    int cloned,
    int burnedTwice,
    @Schema(description = "The latest 100, newest first") List<Download> downloads) {
  BatchAudit {
    downloads = List.copyOf(downloads);
  }
}
