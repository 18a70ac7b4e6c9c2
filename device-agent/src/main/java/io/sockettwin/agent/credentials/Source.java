package io.sockettwin.agent.credentials;

/// Where the socket gets its identity from. A sentence holds no secret.
public sealed interface Source {

  /// It is known already.
  record Known(Account account) implements Source {}

  /// The service gives it.
  record ToRegister(Registration registration) implements Source {}

  /// Nobody has said: somebody may tell on the local page.
  record Unsaid(String sentence) implements Source {}

  /// What was given is no use.
  record Problem(String sentence) implements Source {}
}
