package io.sockettwin.agent.at;

import io.sockettwin.agent.at.AtRequest.Purpose;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.wire.at.AtCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state while an input is being dealt with, and what it leads to.
final class AtTurn {

  /// A socket says something about once a second; what finds no room is said again later.
  static final int MAX_REQUESTS = 16;

  private static final Duration REPEAT = Duration.ofSeconds(1);

  private static final String LINE_END = "\r\n";

  /// Ends the data a module may still wait for (protocol section 15).
  private static final String ABORT = "+++" + LINE_END;

  final Instant now;
  final List<AtEffect> effects = new ArrayList<>();
  final List<AtRequest> requests;
  boolean connected;
  boolean configured;
  boolean accepted;
  boolean ended;
  Instant heardAt;
  private boolean wanted;
  private @Nullable Instant due;
  private @Nullable Instant repeatAt;

  AtTurn(AtState state, Instant now) {
    this.now = now;
    requests = new ArrayList<>(state.requests());
    wanted = state.wanted();
    connected = state.connected();
    configured = state.configured();
    accepted = state.accepted();
    ended = state.ended();
    heardAt = state.heardAt();
    due = state.due();
    repeatAt = state.repeatAt();
  }

  AtStep step() {
    return new AtStep(
        new AtState(
            wanted, connected, configured, requests, accepted, ended, due, repeatAt, heardAt),
        effects);
  }

  Optional<AtRequest> running() {
    return requests.isEmpty() ? Optional.empty() : Optional.of(requests.getFirst());
  }

  void add(AtRequest request) {
    if (requests.size() >= MAX_REQUESTS) {
      warn("the module is too slow: a message was dropped");
      return;
    }
    requests.add(request);
    if (requests.size() == 1) {
      begin(request);
    }
  }

  void send(String text) {
    effects.add(new AtEffect.Send(text + LINE_END));
  }

  void warn(String text) {
    effects.add(new AtEffect.Warn(text));
  }

  /// The running request is over.
  void next() {
    requests.removeFirst();
    due = null;
    repeatAt = null;
    running().ifPresent(this::begin);
  }

  private void begin(AtRequest request) {
    accepted = false;
    ended = false;
    due = now.plus(request.purpose().time());
    repeatAt = request.purpose() == Purpose.GREET ? now.plus(REPEAT) : null;
    send(request.command().line());
  }

  /// The module has not taken the running command.
  void repeatSoon() {
    if (due != null && !accepted) {
      repeatAt = now.plus(REPEAT);
    }
  }

  void check() {
    if (requests.stream().noneMatch(request -> request.purpose() == Purpose.CHECK)) {
      add(new AtRequest(Purpose.CHECK, AtCommand.query("TCMQTTSTATE")));
    }
  }

  void wakeUp() {
    AtRequest running = running().orElse(null);
    if (running == null) {
      if (connected && !now.isBefore(heardAt.plus(AtDialogue.CHECK_AFTER))) {
        check();
      }
    } else if (due != null && !now.isBefore(due)) {
      lost(running.purpose() == Purpose.LOGIN ? Loss.UNREACHABLE : Loss.MODULE_SILENT);
    } else if (repeatAt != null && !now.isBefore(repeatAt)) {
      boolean greets = running.purpose() == Purpose.GREET;
      repeatAt = greets ? now.plus(REPEAT) : null;
      if (greets) {
        effects.add(new AtEffect.Send(ABORT));
      }
      send(running.command().line());
    }
  }

  void restart() {
    forget();
    wanted = true;
    heardAt = now;
  }

  /// A good-bye on the way out: nobody waits for its answer.
  void hangUp() {
    if (wanted) {
      send(AtCommand.execute("TCMQTTDISCONN").line());
    }
    forget();
  }

  void lost(Loss loss) {
    if (wanted) {
      effects.add(new AtEffect.Lost(loss));
    }
    forget();
  }

  private void forget() {
    requests.clear();
    wanted = false;
    connected = false;
    accepted = false;
    ended = false;
    due = null;
    repeatAt = null;
  }
}
