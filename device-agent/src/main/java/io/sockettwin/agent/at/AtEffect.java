package io.sockettwin.agent.at;

import io.sockettwin.agent.link.Loss;

/// Everything the dialogue can want done.
sealed interface AtEffect {

  /// Write this to the serial line.
  record Send(String text) implements AtEffect {
    /// The text may contain the device's secret.
    @Override
    public String toString() {
      return "Send[" + text.length() + " characters]";
    }
  }

  record Connected() implements AtEffect {}

  record Subscribed() implements AtEffect {}

  record Received(String topic, String payload) implements AtEffect {}

  record Lost(Loss loss) implements AtEffect {}

  /// Something the owner may want to know. Safe to log.
  record Warn(String text) implements AtEffect {}
}
