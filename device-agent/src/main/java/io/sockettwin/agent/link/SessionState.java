package io.sockettwin.agent.link;

import io.sockettwin.wire.ClientToken;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All the session knows.
///
/// @param wakeAt when it has to act without being told anything; null while it need not
/// @param connectedAt when the present or last connection was accepted
/// @param statusToken the get_status still to be answered
/// @param failures attempts and short sessions in a row that came to nothing
/// @param ousted how many of them were accepted and closed again by the service
/// @param untimed events the service found too old: their next sending bears no time
public record SessionState(
    Phase phase,
    LinkStatus status,
    @Nullable Instant wakeAt,
    @Nullable Instant connectedAt,
    @Nullable ClientToken statusToken,
    long nextToken,
    int failures,
    int ousted,
    Set<Long> untimed) {

  /// Where the session is on its way.
  public enum Phase {
    WAITING,
    CONNECTING,
    SUBSCRIBING,
    GREETING,
    UP
  }

  public static final SessionState INITIAL =
      new SessionState(
          Phase.WAITING, new LinkStatus.Connecting(), null, null, null, 0, 0, 0, Set.of());

  public SessionState {
    untimed = Set.copyOf(untimed);
  }

  SessionState in(Phase next, @Nullable Instant nextWakeAt) {
    return new SessionState(
        next, status, nextWakeAt, connectedAt, statusToken, nextToken, failures, ousted, untimed);
  }

  SessionState with(LinkStatus next) {
    return new SessionState(
        phase, next, wakeAt, connectedAt, statusToken, nextToken, failures, ousted, untimed);
  }

  SessionState connected(Instant now) {
    return new SessionState(
        phase, status, wakeAt, now, statusToken, nextToken, failures, ousted, untimed);
  }

  SessionState asking(@Nullable ClientToken token) {
    return new SessionState(
        phase, status, wakeAt, connectedAt, token, nextToken, failures, ousted, untimed);
  }

  SessionState tokenTaken() {
    return new SessionState(
        phase, status, wakeAt, connectedAt, statusToken, nextToken + 1, failures, ousted, untimed);
  }

  SessionState failed(int nextFailures, int nextOusted) {
    return new SessionState(
        phase, status, wakeAt, null, null, nextToken, nextFailures, nextOusted, untimed);
  }

  SessionState with(Set<Long> nextUntimed) {
    return new SessionState(
        phase, status, wakeAt, connectedAt, statusToken, nextToken, failures, ousted, nextUntimed);
  }
}
