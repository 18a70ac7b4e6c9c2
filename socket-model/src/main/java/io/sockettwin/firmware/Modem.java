package io.sockettwin.firmware;

/// The serial line to the modem, as the original's cloud task uses it.
public interface Modem {

  /// A command, without its line end.
  void command(String line);

  /// The data of a long publish, escaped, without the line end after it.
  void data(String payload);
}
