package io.sockettwin.agent.link;

/// How the way to the cloud is.
public sealed interface LinkStatus {

  /// The socket does not know who it is, so there is nothing to try.
  record Unpaired() implements LinkStatus {}

  /// The first attempt is under way.
  record Connecting() implements LinkStatus {}

  /// The cloud answers.
  record Up() implements LinkStatus {}

  /// Attempts go on, more and more slowly.
  record Down(Loss loss) implements LinkStatus {}

  default String sentence() {
    return switch (this) {
      case Unpaired() -> "not paired with a service yet";
      case Connecting() -> "connecting";
      case Up() -> "connected";
      case Down(Loss loss) -> loss.sentence();
    };
  }
}
