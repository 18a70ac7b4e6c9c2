package io.sockettwin.service.backup;

import java.time.Instant;

/// What was saved or restored.
///
/// @param keys whether the archive opens the secrets in it
public record Outcome(
    Instant takenAt, String program, String schemaVersion, int tables, long rows, boolean keys) {
  static Outcome of(Manifest manifest) {
    return new Outcome(
        manifest.takenAt(),
        manifest.program(),
        manifest.schemaVersion(),
        manifest.tables().size(),
        manifest.rows(),
        manifest.files().containsKey(DataFiles.SEAL_KEY));
  }
}
