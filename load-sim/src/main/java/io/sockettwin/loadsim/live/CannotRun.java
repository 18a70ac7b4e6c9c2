package io.sockettwin.loadsim.live;

/// Why a run cannot be made or gone on with, in a sentence for whoever started it.
public final class CannotRun extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CannotRun(String sentence) {
    super(sentence);
  }

  public CannotRun(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
