package io.sockettwin.service.production;

import java.util.Arrays;
import java.util.Locale;

/// What an audit looks for.
enum AuditFinding {
  ANY,
  ACTIVATED,
  /// Made, perhaps burned, and never connected.
  NEVER_SEEN,
  /// Two held its credentials at once.
  CLONED,
  /// Two pieces of hardware told ids under its name.
  BURNED_TWICE;

  static final String TEXTS = "any|activated|never-seen|cloned|burned-twice";

  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static AuditFinding of(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findAny().orElseThrow();
  }
}
