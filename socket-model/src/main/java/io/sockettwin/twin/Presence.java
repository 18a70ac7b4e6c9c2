package io.sockettwin.twin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the device is there, since when, and why.
///
/// @param session number of the last known session, 0 before the first
/// @param since when the state began; of a silent device, when it was last heard of
/// @param silentAt when it counts as silent unless it reports before; null when it cannot become so
/// @param takeovers how often in a row a new connection ousted the current one
/// @param takenOverAt the last time that happened
public record Presence(
    State state,
    long session,
    Instant since,
    String reason,
    @Nullable Instant silentAt,
    int takeovers,
    @Nullable Instant takenOverAt) {

  /// Nothing was ever heard of the device.
  public static final Presence NEVER =
      new Presence(State.OFFLINE, 0, Instant.EPOCH, "never connected", null, 0, null);

  /// Why a session ends when a newer one of the same device begins.
  public static final String TAKEN_OVER = "taken over";

  static final String CONTESTED = "contested by a second holder of its credentials";

  /// A device that lost its network without noticing ousts its own old connection once; two that
  /// share credentials oust each other at every reconnect, first after a second (protocol section
  /// 2.7).
  static final int RIVAL_TAKEOVERS = 3;

  /// Takeovers further apart than this have nothing to do with each other: the longest back-off of
  /// the C client (protocol section 2.7).
  static final Duration RIVALRY = Duration.ofSeconds(60);

  /// Whether a device is there.
  public enum State {
    OFFLINE,
    /// Connected and reporting.
    ONLINE,
    /// Connected, and nothing reported for a while. A flashed socket stays so after any loss of its
    /// connection, until its power is cycled (protocol section 14).
    SILENT
  }

  public boolean online() {
    return state == State.ONLINE;
  }

  /// Whether a session exists, silent or not.
  public boolean connected() {
    return state != State.OFFLINE;
  }

  /// Whether two clients with the same credentials keep ousting each other.
  public boolean contested() {
    return takeovers >= RIVAL_TAKEOVERS;
  }

  /// When something changes by itself; null for never.
  @Nullable Instant wakeAt() {
    Instant calmAt = contested() ? calmAt() : null;
    return silentAt == null || (calmAt != null && calmAt.isBefore(silentAt)) ? calmAt : silentAt;
  }

  private @Nullable Instant calmAt() {
    return takenOverAt == null ? null : takenOverAt.plus(RIVALRY);
  }

  /// The same, but for the moment at which it counts as silent: each report moves that on.
  public boolean isLike(Presence other) {
    return equals(other.with(other.state, other.since, other.reason, silentAt));
  }

  Presence with(State next, Instant nextSince, String nextReason, @Nullable Instant nextSilentAt) {
    return new Presence(next, session, nextSince, nextReason, nextSilentAt, takeovers, takenOverAt);
  }

  Presence begun(long nextSession, Instant now, @Nullable Instant nextSilentAt) {
    return new Presence(
        State.ONLINE, nextSession, now, "connected", nextSilentAt, takeovers, takenOverAt);
  }

  Presence ended(long endedSession, Instant now, String why) {
    return new Presence(State.OFFLINE, endedSession, now, why, null, takeovers, takenOverAt);
  }

  /// Its connection was ended by a newer one, which the broker tells of next: so the device is not
  /// away in between.
  Presence ousted(Instant now) {
    Instant calmAt = calmAt();
    int inARow = calmAt == null || calmAt.isBefore(now) ? 1 : takeovers + 1;
    return new Presence(state, session, since, TAKEN_OVER, silentAt, inARow, now);
  }

  Presence succeeded(long nextSession, Instant now, @Nullable Instant nextSilentAt) {
    String why = contested() ? CONTESTED : "took over from its earlier connection";
    return new Presence(State.ONLINE, nextSession, now, why, nextSilentAt, takeovers, takenOverAt);
  }

  Presence calmedBy(Instant now) {
    Instant calmAt = calmAt();
    if (takeovers == 0 || calmAt == null || calmAt.isAfter(now)) {
      return this;
    }
    String why = reason.equals(CONTESTED) ? "connected" : reason;
    return new Presence(state, session, since, why, silentAt, 0, takenOverAt);
  }
}
