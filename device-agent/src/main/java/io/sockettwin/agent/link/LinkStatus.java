package io.sockettwin.agent.link;

/// How the way to the cloud is.
public sealed interface LinkStatus {

  /// The first attempt is under way.
  record Connecting() implements LinkStatus {}

  /// The cloud answers.
  record Up() implements LinkStatus {}

  /// Attempts go on, more and more slowly.
  record Down(Loss loss) implements LinkStatus {}

  default String sentence() {
    return switch (this) {
      case Connecting() -> "connecting";
      case Up() -> "connected";
      case Down(Loss loss) -> loss.sentence();
    };
  }
}
