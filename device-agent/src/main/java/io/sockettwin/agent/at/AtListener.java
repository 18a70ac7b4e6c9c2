package io.sockettwin.agent.at;

import io.sockettwin.agent.at.AtRequest.Purpose;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtLine;
import java.util.Optional;

/// What each line of the module means for what is going on. Lines that mean nothing are passed
/// over.
final class AtListener {

  private AtListener() {}

  static void heard(AtTurn turn, String line) {
    turn.heardAt = turn.now;
    switch (AtLine.parse(line)) {
      case AtLine.Ok() -> accepted(turn);
      case AtLine.Prompt() -> accepted(turn);
      case AtLine.Failed(String text) -> failed(turn, text);
      case AtLine.State(boolean connected) -> state(turn, connected);
      case AtLine.Ended ended -> ended(turn, ended);
      case AtLine.Received(String topic, String payload) -> {
        if (turn.connected) {
          turn.effects.add(new AtEffect.Received(topic, payload));
        }
      }
      case AtLine.Disconnected(int reason) -> dropped(turn);
      case AtLine.Reconnecting() -> dropped(turn);
      case AtLine.Reconnected() -> dropped(turn);
      case AtLine.Other(String text) -> other(turn, text);
    }
  }

  /// A login that is under way ends by its own news; so does our own good-bye.
  private static void dropped(AtTurn turn) {
    if (turn.connected) {
      turn.lost(Loss.CLOSED);
    }
  }

  private static void other(AtTurn turn, String text) {
    if (text.startsWith("busy ")) {
      turn.repeatSoon();
    } else if (text.equals("ready")) {
      dropped(turn);
    }
  }

  private static void accepted(AtTurn turn) {
    AtRequest running = turn.running().orElse(null);
    // An OK before the state belongs to something older.
    if (running == null || turn.accepted || (running.purpose().asksForState() && !turn.ended)) {
      return;
    }
    turn.accepted = true;
    if (running.data() != null) {
      turn.send(running.data());
    }
    finishIfDone(turn, running);
  }

  private static void state(AtTurn turn, boolean connected) {
    AtRequest running = turn.running().orElse(null);
    if (running == null || turn.ended) {
      return;
    }
    if (running.purpose() == Purpose.CHECK && !connected) {
      turn.lost(Loss.CLOSED);
    } else if (running.purpose().asksForState()) {
      turn.ended = true;
      if (connected && running.purpose() == Purpose.STATE) {
        // Who it is can only be told to a module without a session.
        turn.requests.add(1, new AtRequest(Purpose.LEAVE, AtCommand.execute("TCMQTTDISCONN")));
      }
    }
  }

  private static void ended(AtTurn turn, AtLine.Ended news) {
    Optional<AtRequest> running =
        turn.running().filter(request -> request.command().name().equals(news.command()));
    if (running.isEmpty()) {
      return;
    }
    if (news.ok()) {
      turn.ended = true;
      finishIfDone(turn, running.get());
    } else {
      refused(turn, running.get(), news.detail());
    }
  }

  private static void failed(AtTurn turn, String text) {
    AtRequest running = turn.running().orElse(null);
    // An error code is always followed by what it led to.
    if (running == null || text.startsWith("ERR CODE:")) {
      return;
    }
    if (AtFailure.of(text).isBusy()) {
      turn.repeatSoon();
      return;
    }
    switch (running.purpose()) {
      // It may be about something older.
      case GREET -> {}
      case LEAVE -> turn.next();
      case STATE, MODE, IDENTIFY, SERVER, LOGIN, SUBSCRIBE, PUBLISH, CHECK ->
          refused(turn, running, text);
    }
  }

  private static void refused(AtTurn turn, AtRequest running, String detail) {
    AtFailure failure = AtFailure.of(detail);
    turn.warn("AT+" + running.command().name() + " failed with " + failure.number());
    if (running.purpose() == Purpose.PUBLISH) {
      turn.next();
      turn.check();
      return;
    }
    // It may have forgotten who it is.
    turn.configured = false;
    turn.lost(failure.loss(running.purpose()));
  }

  private static void finishIfDone(AtTurn turn, AtRequest running) {
    if (!turn.accepted || (running.purpose().hasEnd() && !turn.ended)) {
      return;
    }
    turn.next();
    switch (running.purpose()) {
      case SERVER -> turn.configured = true;
      case LOGIN -> {
        turn.connected = true;
        turn.effects.add(new AtEffect.Connected());
      }
      case SUBSCRIBE -> {
        if (turn.requests.stream().noneMatch(one -> one.purpose() == Purpose.SUBSCRIBE)) {
          turn.effects.add(new AtEffect.Subscribed());
        }
      }
      case GREET, STATE, LEAVE, MODE, IDENTIFY, PUBLISH, CHECK -> {}
    }
  }
}
