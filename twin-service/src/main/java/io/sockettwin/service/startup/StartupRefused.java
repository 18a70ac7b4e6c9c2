package io.sockettwin.service.startup;

import java.io.Serial;

/// Why the service cannot start, in one sentence the operator can act on.
public final class StartupRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public StartupRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
