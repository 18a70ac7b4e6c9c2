package io.sockettwin.service.commandline;

import java.io.Serial;

/// Ends a command with a sentence. Without stack trace: it is no fault of the program.
final class CommandFailed extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CommandFailed(String sentence) {
    super(sentence, null, false, false);
  }
}
