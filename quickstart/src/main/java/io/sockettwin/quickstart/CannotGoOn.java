package io.sockettwin.quickstart;

/// Why the quickstart ends: a sentence for whoever started it.
final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotGoOn(String sentence) {
    super(sentence);
  }

  CannotGoOn(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
