package io.sockettwin.loadsim.fleet;

import java.time.Duration;

/// Something that goes wrong, when and with how many.
///
/// @param share of the sockets it can befall, from 0 to 1
/// @param lasts how long it goes on, where it does not pass in a moment
/// @param chance of each message or byte, for faults that strike by chance
/// @param by how much later or wrong, for faults of time
public record Fault(
    Kind kind, When when, double share, Duration lasts, double chance, Duration by) {

  /// When a fault comes.
  public sealed interface When {

    /// Once, with everybody it befalls within a time.
    record At(Duration time, Duration within) implements When {}

    /// Again and again, so often on average.
    record PerHour(double times) implements When {}
  }

  /// What goes wrong. The name in a scenario is the same in small letters, with hyphens.
  public enum Kind {
    /// The connection is reset.
    CONNECTION_DROP,
    /// The connection stays, but nothing passes.
    HALF_OPEN,
    /// The socket does not read what it is sent.
    SLOW_CONSUMER,
    /// No connection, and none can be made; then everybody comes back at once.
    ROUTER_REBOOT,
    /// Messages at QoS 0 vanish.
    MESSAGE_LOSS,
    /// Messages come twice.
    DUPLICATES,
    /// Messages overtake each other.
    REORDERING,
    DELAY,
    /// The time of day is wrong by a constant.
    CLOCK_SKEW,
    /// The time of day is set wrong, and right again at the end.
    CLOCK_JUMP,
    /// The mains are low.
    BROWN_OUT,
    /// The power goes while the socket writes to its storage, whose last record is torn.
    POWER_CUT,
    /// Nothing can be stored any more.
    WORN_STORAGE,
    /// Bytes of the meter's line are garbled.
    LINE_NOISE,
    METER_SILENCE,
    /// Somebody else logs in as this socket.
    DUPLICATE_IDENTITY,
    /// The socket says what nobody can understand.
    MALFORMED_PAYLOADS,
    /// Somebody plugs in more than the socket carries.
    OVERLOAD
  }

  public Fault {
    if (!(share >= 0 && share <= 1 && chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("share and chance are 0 to 1: " + share + ", " + chance);
    }
  }
}
