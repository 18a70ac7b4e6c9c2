package io.sockettwin.agent.link;

import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One step of the session while it is being made. Never outlives it.
final class SessionTurn {

  final Tokens tokens;
  final Instant now;
  SessionState state;
  private final List<LinkEffect> effects = new ArrayList<>();

  SessionTurn(Tokens tokens, SessionState state, Instant now) {
    this.tokens = tokens;
    this.state = state;
    this.now = now;
  }

  void add(LinkEffect effect) {
    effects.add(effect);
  }

  void publish(Message.Up message) {
    add(new LinkEffect.Publish(message));
  }

  ClientToken nextToken() {
    ClientToken token = tokens.request(state.nextToken());
    state = state.tokenTaken();
    return token;
  }

  /// Tells the status when it is another one.
  void announce(LinkStatus status) {
    if (!status.equals(state.status())) {
      state = state.with(status);
      add(new LinkEffect.StatusChanged(status));
    }
  }

  SessionStep step() {
    return new SessionStep(state, effects);
  }
}
