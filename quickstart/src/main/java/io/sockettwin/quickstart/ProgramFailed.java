package io.sockettwin.quickstart;

/// A program ended, or did not come up, with a sentence that says why.
final class ProgramFailed extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramFailed(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
