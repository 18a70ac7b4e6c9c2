package io.sockettwin.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.link.SessionState.Phase;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketInput.ControlReceived;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.Freshness;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.StatusScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Report REPORT = new Report(true, Reading.NONE, 1_500_000, 7);

  private final Session session = new Session("HRDG3CKWWZ", "ab12", "1.0");
  private SessionState state = SessionState.INITIAL;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<LinkEffect> effects = new ArrayList<>();

  @Test
  void subscribesBeforeItPublishesAnything() {
    input(new LinkInput.Started());
    assertThat(effects()).containsExactly(new LinkEffect.Connect());
    input(new LinkInput.Connected());
    assertThat(effects()).containsExactly(new LinkEffect.Subscribe());

    input(new LinkInput.Subscribed());

    assertThat(published())
        .hasSize(2)
        .satisfies(
            messages -> assertThat(messages.getFirst()).isInstanceOf(Message.ReportInfo.class))
        .satisfies(
            messages -> assertThat(messages.getLast()).isInstanceOf(Message.GetStatus.class));
  }

  @Test
  void isUpOnceTheServiceHasAnsweredTheGreeting() {
    greet();
    answerStatus(null);

    assertThat(effects())
        .containsExactly(
            new LinkEffect.StatusChanged(new LinkStatus.Up()), new LinkEffect.Tell(new LinkUp()));
  }

  @Test
  void clearsAPendingControlThenHandsItOverBeforeTheSocketReports() {
    greet();
    ClientToken token = answerStatus(object("power_switch", 1));

    List<LinkEffect> seen = effects();
    assertThat(seen.get(0)).isEqualTo(new LinkEffect.Publish(new Message.ClearControl(token)));
    assertThat(seen.get(1))
        .isEqualTo(
            new LinkEffect.Tell(
                new ControlReceived(
                    "STRING:" + token.text(),
                    Freshness.PENDING,
                    Map.of("power_switch", new ControlValue.WholeNumber(1)))));
    assertThat(seen.getLast()).isEqualTo(new LinkEffect.Tell(new LinkUp()));
  }

  @Test
  void greetsAgainWhenNobodyAnswers() {
    greet();
    passAndWake(Session.ANSWER_TIME);

    assertThat(published()).hasSize(2);
    answerStatus(null);
    assertThat(state.phase()).isEqualTo(Phase.UP);
  }

  @Test
  void ignoresAnAnswerToAnEarlierQuestion() {
    greet();
    input(
        new LinkInput.Received(
            new Message.GetStatusReply(
                ClientToken.of("HRDG3CKWWZ-old-1"), 0, "", StatusScope.BOTH, null, null, null)));

    assertThat(state.phase()).isEqualTo(Phase.GREETING);
  }

  @Test
  void answersAControlWithTheTokenAsItCame() {
    up();
    ClientToken number = new ClientToken(ClientToken.Kind.NUMBER, "282");
    input(new LinkInput.Received(new Message.Control(number, object("count_down", 5))));
    ControlReceived told = (ControlReceived) told().getFirst();
    assertThat(told.freshness()).isEqualTo(Freshness.LIVE);

    input(
        said(
            new SocketEffect.ReplyToControl(
                told.token(),
                new ControlOutcome.Refused("count_down", ControlOutcome.Reason.OUT_OF_RANGE))));

    assertThat(published())
        .containsExactly(new Message.ControlReply(number, -1, "count_down: out of range"));
  }

  @Test
  void sendsReportsWithTokensOfTheirOwn() {
    up();
    input(said(new SocketEffect.SendReport(REPORT)));
    input(said(new SocketEffect.SendReport(REPORT)));

    List<Message> sent = published();
    Message.Report first = (Message.Report) sent.getFirst();
    assertThat(first.params().toString())
        .isEqualTo(
            "{\"power_switch\":1,\"current\":0.000,\"voltage\":0.000,\"power_factor\":0.000,"
                + "\"active_power\":0.000,\"apparent_power\":0.000,\"total_kwh\":1.500000,"
                + "\"count_down\":7}");
    assertThat(first.clientToken()).isNotEqualTo(((Message.Report) sent.getLast()).clientToken());
  }

  @Test
  void settlesAnEventWhenItIsTakenAndWhenItIsRefusedForGood() {
    up();
    ClientToken first = event(3);
    ClientToken second = event(4);
    input(new LinkInput.Received(eventReply(first, 0)));
    input(new LinkInput.Received(eventReply(second, 406)));

    assertThat(told()).containsExactly(new EventSettled(3), new EventSettled(4));
  }

  @Test
  void keepsAnEventThatTheServiceCouldNotStore() {
    up();
    input(new LinkInput.Received(eventReply(event(3), 503)));

    assertThat(told()).isEmpty();
  }

  @Test
  void sendsAnEventWithoutTimeOnceItsTimeWasRefused() {
    up();
    ClientToken token = event(3);
    input(new LinkInput.Received(eventReply(token, 405)));
    assertThat(told()).isEmpty();

    assertThat(event(3)).isEqualTo(token);
    assertThat(lastEvent.events().getFirst().at()).isNull();
    input(new LinkInput.Received(eventReply(token, 405)));
    assertThat(told()).containsExactly(new EventSettled(3));
  }

  @Test
  void passesOverRepliesToEventsThatAreNotIts() {
    up();
    input(new LinkInput.Received(eventReply(ClientToken.of("HRDG3CKWWZ-e-5"), 0)));
    input(new LinkInput.Received(eventReply(ClientToken.NULL, 0)));

    assertThat(effects()).isEmpty();
  }

  @Test
  void tellsTheSocketAndTriesAgainWhenTheConnectionIsLost() {
    up();
    now = now.plus(Duration.ofMinutes(5));
    input(new LinkInput.Lost(Loss.CLOSED, 1));

    assertThat(effects())
        .containsExactly(
            new LinkEffect.Tell(new LinkDown()),
            new LinkEffect.StatusChanged(new LinkStatus.Down(Loss.CLOSED)));
    passAndWake(Backoff.FIRST);
    assertThat(effects()).containsExactly(new LinkEffect.Connect());
  }

  @Test
  void doesNotWaitWhenTheNetworkIsBack() {
    up();
    input(new LinkInput.NetworkBack());
    assertThat(effects()).isEmpty();
    input(new LinkInput.Lost(Loss.CLOSED, 1));
    effects();

    input(new LinkInput.NetworkBack());

    assertThat(effects()).containsExactly(new LinkEffect.Connect());
  }

  @Test
  void subscribesAgainAfterAReconnect() {
    up();
    input(new LinkInput.Lost(Loss.CLOSED, 1));
    passAndWake(Backoff.LONGEST);
    effects();
    input(new LinkInput.Connected());

    assertThat(effects()).containsExactly(new LinkEffect.Subscribe());
  }

  @Test
  void saysOnceWhyItCannotConnectHoweverOftenItTries() {
    input(new LinkInput.Started());
    for (int i = 0; i < 20; i++) {
      input(new LinkInput.Lost(Loss.UNREACHABLE, 1));
      passAndWake(Backoff.LONGEST);
    }

    assertThat(effects().stream().filter(LinkEffect.StatusChanged.class::isInstance)).hasSize(1);
  }

  @Test
  void waitsLongerAfterEachFailureUpToAMinute() {
    assertThat(Backoff.delay(Loss.UNREACHABLE, 1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.delay(Loss.UNREACHABLE, 4, 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Backoff.delay(Loss.UNREACHABLE, 4, 0)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Backoff.delay(Loss.UNREACHABLE, 1_000_000, 1)).isEqualTo(Backoff.LONGEST);
    assertThat(Backoff.delay(Loss.WRONG_SECRET, 1, 0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(Backoff.delay(Loss.WRONG_SECRET, 30, 1)).isEqualTo(Backoff.LONGEST_WHEN_REFUSED);
  }

  @Test
  void backsOffFromADuplicateOfItselfInsteadOfFightingIt() {
    input(new LinkInput.Started());
    for (int i = 0; i < Session.OUSTED_LIMIT; i++) {
      effects();
      input(new LinkInput.Connected());
      input(new LinkInput.Lost(Loss.CLOSED, 1));
      if (i < Session.OUSTED_LIMIT - 1) {
        passAndWake(Backoff.LONGEST);
      }
    }

    assertThat(effects())
        .contains(new LinkEffect.StatusChanged(new LinkStatus.Down(Loss.TAKEN_OVER)));
    assertThat(Duration.between(now, state.wakeAt()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void givesUpAnAttemptThatHangs() {
    input(new LinkInput.Started());
    effects();
    passAndWake(Session.CONNECT_TIME);

    assertThat(effects()).startsWith(new LinkEffect.HangUp());
    assertThat(state.phase()).isEqualTo(Phase.WAITING);
  }

  @Test
  void saysNothingOverALineThatIsGone() {
    up();
    input(new LinkInput.Lost(Loss.CLOSED, 0.5));
    effects();
    input(said(new SocketEffect.SendReport(REPORT)));

    assertThat(effects()).isEmpty();
  }

  @Test
  void warnsOfARefusedReportInTextFitForALog() {
    up();
    input(
        new LinkInput.Received(
            new Message.ReportReply(ClientToken.of("x"), 406, "bad\nline" + "x".repeat(500))));

    LinkEffect.Warn warning = (LinkEffect.Warn) effects().getFirst();
    assertThat(warning.text()).hasSizeLessThan(150).doesNotContain("\n").contains("406");
  }

  @Test
  void takesValuesForWhatTheyAre() {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("a", 1.0).put("b", 1.5).put("c", true).put("d", "1").putNull("e").put("f", 1e300);

    assertThat(SocketWords.values(params))
        .containsEntry("a", new ControlValue.WholeNumber(1))
        .containsEntry("b", new ControlValue.Unfit())
        .containsEntry("c", new ControlValue.Truth(true))
        .containsEntry("d", new ControlValue.Text("1"))
        .containsEntry("e", new ControlValue.Unfit())
        .containsEntry("f", new ControlValue.WholeNumber(Long.MAX_VALUE));
  }

  /// By time and token the service knows an event again.
  @Test
  void sendsAnEventOfAnEarlierLifeWithTheSameTokenAndTime() {
    up();
    ClientToken token = event(3);
    Session later = new Session("HRDG3CKWWZ", "cd34", "1.0");
    Duration years = Duration.ofDays(20_000);
    LinkInput again =
        new LinkInput.Said(new SocketEffect.SendEvent(3, SocketEvent.OVERCURRENT, now), years);
    Message.EventPost post =
        (Message.EventPost)
            ((LinkEffect.Publish) later.advance(state, again, now).effects().getFirst()).message();

    assertThat(post.clientToken()).isEqualTo(token);
    assertThat(post.events()).isEqualTo(lastEvent.events());
    assertThat(later.advance(state, new LinkInput.Received(eventReply(token, 0)), now).effects())
        .containsExactly(new LinkEffect.Tell(new EventSettled(3)));
  }

  @Test
  void givesTheEventsOfASocketThatCountsAnewOtherTokens() {
    up();
    ClientToken token = event(3);
    now = now.plusMillis(1);

    assertThat(event(3)).isNotEqualTo(token);
  }

  private Message.EventPost lastEvent;

  private static LinkInput said(SocketEffect.ToCloud words) {
    return new LinkInput.Said(words, Duration.ZERO);
  }

  private ClientToken event(long eventId) {
    input(said(new SocketEffect.SendEvent(eventId, SocketEvent.OVERCURRENT, now)));
    lastEvent = (Message.EventPost) published().getLast();
    return lastEvent.clientToken();
  }

  private static Message.EventReply eventReply(ClientToken token, int code) {
    return new Message.EventReply(token, null, false, code, "");
  }

  private void greet() {
    input(new LinkInput.Started());
    input(new LinkInput.Connected());
    input(new LinkInput.Subscribed());
    effects();
  }

  private void up() {
    greet();
    answerStatus(null);
    effects();
  }

  private ClientToken answerStatus(ObjectNode control) {
    ClientToken token = state.statusToken();
    input(
        new LinkInput.Received(
            new Message.GetStatusReply(
                token, 0, "success", StatusScope.BOTH, null, control, null)));
    return token;
  }

  private static ObjectNode object(String property, int value) {
    return JsonNodeFactory.instance.objectNode().put(property, value);
  }

  private void input(LinkInput input) {
    SessionStep step = session.advance(state, input, now);
    state = step.state();
    effects.addAll(step.effects());
  }

  private void passAndWake(Duration time) {
    now = now.plus(time);
    input(new LinkInput.WakeUp());
  }

  private List<LinkEffect> effects() {
    List<LinkEffect> seen = List.copyOf(effects);
    effects.clear();
    return seen;
  }

  private List<Message> published() {
    List<Message> messages = new ArrayList<>();
    for (LinkEffect effect : effects()) {
      if (effect instanceof LinkEffect.Publish(Message.Up message)) {
        messages.add(message);
      }
    }
    return messages;
  }

  private List<SocketInput> told() {
    List<SocketInput> inputs = new ArrayList<>();
    for (LinkEffect effect : effects()) {
      if (effect instanceof LinkEffect.Tell(SocketInput input)) {
        inputs.add(input);
      }
    }
    return inputs;
  }
}
