package io.sockettwin.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who the demo socket is, as the service writes it at its first start.
record Credentials(String product, String name) {

  static Credentials read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split("\\s+", 3);
      return new Credentials(words[0], words[1]);
    } catch (IOException e) {
      throw new CannotGoOn(
          file
              + " cannot be read, so there is no socket to start: remove the folder to begin anew.",
          e);
    }
  }
}
