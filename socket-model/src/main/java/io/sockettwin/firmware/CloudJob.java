package io.sockettwin.firmware;

/// What the cloud task of the original does one after the other.
sealed interface CloudJob {

  record Sleep(int milliseconds) implements CloudJob {}

  /// A command whose answer nobody waits for.
  record Say(String command) implements CloudJob {}

  /// A command, and the wait for its result.
  ///
  /// @param needs the beginning of a line that must come besides; empty if none
  /// @param patience how long that line may take after the result, in milliseconds
  /// @param skips how many of the following jobs a failure takes away, or [#ALL]: then the task
  ///   ends, for good (C1)
  record Ask(String command, String needs, int patience, int skips) implements CloudJob {

    boolean asksForState() {
      return command.equals("AT+TCMQTTSTATE?");
    }
  }

  /// The data of a long publish. Its result is not looked at.
  record Data(String payload) implements CloudJob {}

  /// Remembers that an answer is due.
  record Expect(String token) implements CloudJob {}

  record ExpectForEvent(String token) implements CloudJob {}

  /// Waits for the answer. Without one within 10 s a wrong pointer is written through (C11).
  record Await(String token) implements CloudJob {}

  /// One of the things the main loop looks after.
  record Look(After after) implements CloudJob {}

  enum After {
    DOWNLINK,
    CONTROL,
    REPORT,
    EVENT
  }

  int ALL = -1;
}
