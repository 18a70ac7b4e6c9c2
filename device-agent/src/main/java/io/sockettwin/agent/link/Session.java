package io.sockettwin.agent.link;

import io.sockettwin.agent.link.SessionState.Phase;
import io.sockettwin.socket.SocketInput;
import java.time.Duration;
import java.time.Instant;

/// The way to the cloud as a pure function: connect, subscribe, greet, then carry words both ways;
/// when the connection goes, begin again for ever.
public final class Session {

  /// For each answer on the way; the AT firmware's time (protocol section 4).
  static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  /// For the connection, which has a time-out of its own in the transport.
  static final Duration CONNECT_TIME = Duration.ofSeconds(30);

  /// A session that lasted this long was a good one.
  static final Duration GOOD_SESSION = Duration.ofSeconds(60);

  /// So many short sessions in a row, each closed by the service, mean a duplicate identity.
  static final int OUSTED_LIMIT = 3;

  private final Tokens tokens;
  private final String softwareVersion;

  /// A session's rules for one device and one life of its agent.
  ///
  /// @param lifeId short and drawn at random at each start
  public Session(String productId, String lifeId, String softwareVersion) {
    this.tokens = new Tokens(productId, lifeId);
    this.softwareVersion = softwareVersion;
  }

  public SessionStep advance(SessionState state, LinkInput input, Instant now) {
    SessionTurn turn = new SessionTurn(tokens, state, now);
    switch (input) {
      case LinkInput.Started() -> connect(turn);
      case LinkInput.Connected() -> connected(turn);
      case LinkInput.Subscribed() -> subscribed(turn);
      case LinkInput.Received(var message) -> Conversation.heard(turn, message);
      case LinkInput.Lost(Loss loss, double jitter) -> lost(turn, loss, jitter);
      case LinkInput.NetworkBack() -> networkBack(turn);
      case LinkInput.Said(var words, Duration correction) ->
          Conversation.say(turn, words, correction);
      case LinkInput.WakeUp() -> wakeUp(turn);
    }
    return turn.step();
  }

  private static void connect(SessionTurn turn) {
    turn.state = turn.state.in(Phase.CONNECTING, turn.now.plus(CONNECT_TIME));
    turn.add(new LinkEffect.Connect());
  }

  private static void networkBack(SessionTurn turn) {
    if (turn.state.phase() == Phase.WAITING) {
      connect(turn);
    }
  }

  private static void connected(SessionTurn turn) {
    if (turn.state.phase() == Phase.CONNECTING) {
      turn.state = turn.state.connected(turn.now).in(Phase.SUBSCRIBING, turn.now.plus(ANSWER_TIME));
      turn.add(new LinkEffect.Subscribe());
    }
  }

  private void subscribed(SessionTurn turn) {
    if (turn.state.phase() == Phase.SUBSCRIBING) {
      greet(turn);
    }
  }

  /// Both at once; the answer to the second says that the service has us (protocol section 10).
  private void greet(SessionTurn turn) {
    Conversation.introduce(turn, softwareVersion);
    Conversation.askForPendingControl(turn);
    turn.state = turn.state.in(Phase.GREETING, turn.now.plus(ANSWER_TIME));
  }

  private void wakeUp(SessionTurn turn) {
    Instant due = turn.state.wakeAt();
    if (due == null || turn.now.isBefore(due)) {
      return;
    }
    switch (turn.state.phase()) {
      case WAITING -> connect(turn);
      case CONNECTING, SUBSCRIBING -> {
        turn.add(new LinkEffect.HangUp());
        lost(turn, Loss.UNREACHABLE, 0.5);
      }
      case GREETING -> greet(turn);
      case UP -> throw new IllegalStateException("nothing to wait for when up");
    }
  }

  private static void lost(SessionTurn turn, Loss loss, double jitter) {
    if (turn.state.phase() == Phase.WAITING) {
      return;
    }
    if (turn.state.phase() == Phase.UP) {
      turn.add(new LinkEffect.Tell(new SocketInput.LinkDown()));
    }
    Instant connectedAt = turn.state.connectedAt();
    boolean wasGood = connectedAt != null && !turn.now.isBefore(connectedAt.plus(GOOD_SESSION));
    boolean closedSoon = connectedAt != null && !wasGood && loss == Loss.CLOSED;
    int ousted = closedSoon ? turn.state.ousted() + 1 : 0;
    // Nothing was accepted in between two attempts that failed, so what ousted us may still be
    // there.
    if (connectedAt == null) {
      ousted = turn.state.ousted();
    }
    int failures = wasGood ? 1 : turn.state.failures() + 1;
    Loss reason = ousted >= OUSTED_LIMIT && closedSoon ? Loss.TAKEN_OVER : loss;
    turn.state =
        turn.state
            .failed(failures, ousted)
            .in(Phase.WAITING, turn.now.plus(Backoff.delay(reason, failures, jitter)));
    turn.announce(new LinkStatus.Down(reason));
  }
}
