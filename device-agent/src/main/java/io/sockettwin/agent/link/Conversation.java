package io.sockettwin.agent.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.link.SessionState.Phase;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.PostedEvent;
import io.sockettwin.wire.StatusScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// What socket and cloud say to each other while they are connected.
final class Conversation {

  private static final int TOO_OLD = 405;
  private static final int INTERNAL_FAULT = 503;

  /// Events that may be waiting for their second sending; the socket keeps fewer.
  private static final int MAX_UNTIMED = 64;

  private Conversation() {}

  static void introduce(SessionTurn turn, String softwareVersion) {
    ObjectNode params =
        JsonNodeFactory.instance
            .objectNode()
            .put("module_hardinfo", "SocketTwin")
            .put("module_softinfo", softwareVersion)
            .put("fw_ver", softwareVersion);
    turn.publish(new Message.ReportInfo(turn.nextToken(), params));
  }

  static void askForPendingControl(SessionTurn turn) {
    ClientToken token = turn.nextToken();
    turn.state = turn.state.asking(token);
    turn.publish(new Message.GetStatus(token, StatusScope.BOTH, false));
  }

  static void say(SessionTurn turn, SocketEffect.ToCloud words, Duration correction) {
    if (turn.state.connectedAt() == null) {
      return;
    }
    switch (words) {
      case SocketEffect.SendReport(Report report) ->
          turn.publish(
              new Message.Report(
                  turn.nextToken(), turn.now.plus(correction), SocketWords.params(report)));
      case SocketEffect.SendEvent(long eventId, SocketEvent event, Instant raisedAt) -> {
        Instant at = turn.state.untimed().contains(eventId) ? null : raisedAt;
        PostedEvent posted = SocketWords.event(event, at);
        turn.publish(
            new Message.EventPost(
                turn.tokens.event(eventId, raisedAt), null, false, List.of(posted)));
      }
      case SocketEffect.ReplyToControl(String token, ControlOutcome outcome) ->
          turn.publish(
              new Message.ControlReply(
                  Tokens.original(token), SocketWords.code(outcome), SocketWords.status(outcome)));
    }
  }

  static void heard(SessionTurn turn, Message.Down message) {
    if (turn.state.connectedAt() == null) {
      return;
    }
    switch (message) {
      case Message.Control(ClientToken token, ObjectNode params) ->
          control(turn, token, Freshness.LIVE, params);
      case Message.GetStatusReply reply -> statusReply(turn, reply);
      case Message.EventReply reply -> eventReply(turn, reply);
      case Message.ReportReply reply -> warnIfRefused(turn, "report", reply.code(), reply.status());
      case Message.ReportInfoReply reply ->
          warnIfRefused(turn, "report_info", reply.code(), reply.status());
      case Message.ClearControlReply reply ->
          warnIfRefused(turn, "clear_control", reply.code(), reply.status());
      case Message.Down other -> {
        // A socket has no actions, sub-devices, remote calls or updates.
      }
    }
  }

  private static void statusReply(SessionTurn turn, Message.GetStatusReply reply) {
    warnIfRefused(turn, "get_status", reply.code(), reply.status());
    if (reply.code() != 0 || !reply.clientToken().equals(turn.state.statusToken())) {
      return;
    }
    turn.state = turn.state.asking(null);
    // Cleared before it is acted on, as stock clients do (protocol section 5.4).
    if (reply.control() != null) {
      turn.publish(new Message.ClearControl(reply.clientToken()));
      control(turn, reply.clientToken(), Freshness.PENDING, reply.control());
    }
    if (turn.state.phase() == Phase.GREETING) {
      turn.state = turn.state.in(Phase.UP, null);
      turn.announce(new LinkStatus.Up());
      turn.add(new LinkEffect.Tell(new SocketInput.LinkUp()));
    }
  }

  private static void control(
      SessionTurn turn, ClientToken token, Freshness freshness, ObjectNode params) {
    turn.add(
        new LinkEffect.Tell(
            new SocketInput.ControlReceived(
                Tokens.opaque(token), freshness, SocketWords.values(params))));
  }

  private static void eventReply(SessionTurn turn, Message.EventReply reply) {
    OptionalLong eventId = turn.tokens.eventId(reply.clientToken());
    if (eventId.isEmpty()) {
      return;
    }
    warnIfRefused(turn, "event", reply.code(), reply.status());
    // A wrong clock must not cost an alarm: without a time it counts from its receipt.
    boolean retriesUntimed =
        reply.code() == TOO_OLD && !turn.state.untimed().contains(eventId.getAsLong());
    Set<Long> untimed = new HashSet<>(turn.state.untimed());
    if (retriesUntimed && untimed.size() < MAX_UNTIMED) {
      untimed.add(eventId.getAsLong());
    } else if (reply.code() != INTERNAL_FAULT) {
      untimed.remove(eventId.getAsLong());
      turn.add(new LinkEffect.Tell(new SocketInput.EventSettled(eventId.getAsLong())));
    }
    turn.state = turn.state.with(untimed);
  }

  private static void warnIfRefused(SessionTurn turn, String what, int code, String status) {
    if (code != 0) {
      turn.add(new LinkEffect.Warn(what + " refused with code " + code + ": " + printable(status)));
    }
  }

  /// Text from outside, fit for a log.
  private static String printable(String text) {
    String start = text.substring(0, Math.min(text.length(), 100));
    return start.replaceAll("\\p{Cntrl}", " ");
  }
}
