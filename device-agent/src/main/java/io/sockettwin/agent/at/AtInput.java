package io.sockettwin.agent.at;

/// Everything that can happen to the dialogue with the module.
sealed interface AtInput {

  /// The session wants a connection; whatever went on before is given up.
  record Connect() implements AtInput {}

  record Subscribe() implements AtInput {}

  record Publish(String topic, String payload) implements AtInput {}

  /// The session wants to hear no more.
  record HangUp() implements AtInput {}

  /// A line from the module, without its end.
  record Heard(String line) implements AtInput {}

  /// The serial line is gone, and perhaps the module with it.
  record LineGone() implements AtInput {}

  /// The time in [AtState#wakeAt()] has come.
  record WakeUp() implements AtInput {}
}
