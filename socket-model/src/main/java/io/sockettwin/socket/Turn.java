package io.sockettwin.socket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One step while it is being made: the state so far and the effects so far. Never outlives it.
final class Turn {

  final SocketSettings settings;
  final Instant now;
  SocketState state;
  private List<SocketEffect> effects = List.of();
  private boolean tells;

  Turn(SocketSettings settings, SocketState state, Instant now) {
    this.settings = settings;
    this.state = state;
    this.now = now;
  }

  void add(SocketEffect effect) {
    if (effects.isEmpty()) {
      effects = new ArrayList<>();
    }
    effects.add(effect);
  }

  /// Has the cloud told at the end of this step, however small the change is.
  void tell() {
    tells = true;
  }

  boolean tells() {
    return tells;
  }

  void raise(SocketEvent event) {
    long eventId = state.events().nextId();
    state = state.with(state.events().with(event, now));
    if (state.uplink().up()) {
      add(new SocketEffect.SendEvent(eventId, event, now));
      state = state.with(state.events().sent(now));
    }
  }

  Step step() {
    return new Step(state.now().equals(now) ? state : state.at(now), effects);
  }
}
