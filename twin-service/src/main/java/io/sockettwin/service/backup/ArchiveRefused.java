package io.sockettwin.service.backup;

import java.io.Serial;

/// Why there is no backup or no restoration, in one sentence the operator can act on.
public final class ArchiveRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ArchiveRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
