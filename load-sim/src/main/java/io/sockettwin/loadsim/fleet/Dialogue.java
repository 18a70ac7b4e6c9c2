package io.sockettwin.loadsim.fleet;

import io.sockettwin.agent.link.LinkEffect;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.Session;
import io.sockettwin.agent.link.SessionState;
import io.sockettwin.agent.link.SessionState.Phase;
import io.sockettwin.agent.link.SessionStep;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.check.Page;
import io.sockettwin.loadsim.network.Weather;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The session of a virtual socket with the service, through the weather of the network.
final class Dialogue {

  private static final long REFUSAL_NANOS = Duration.ofMillis(100).toNanos();

  private final VirtualSocket socket;
  private final Page page;
  private final RandomGenerator dice;
  private @Nullable Link link;
  private @Nullable Session session;
  private SessionState state = SessionState.INITIAL;
  private long wakeAt = Agenda.NEVER;
  private int lives;
  private boolean connected;
  private boolean away;
  private Weather weather = Weather.CLEAR;
  private Duration skew = Duration.ZERO;
  private @Nullable Report said;

  Dialogue(VirtualSocket socket, RandomGenerator dice) {
    this.socket = socket;
    this.page = socket.page();
    this.dice = dice;
  }

  void attach(Link to) {
    link = to;
  }

  boolean up() {
    return state.phase() == Phase.UP;
  }

  long dueAt() {
    return wakeAt;
  }

  /// A new life begins with the power.
  void begin(long now) {
    session = socket.world().lives().session(socket.member().device().productId(), lives++);
    state = SessionState.INITIAL;
    take(new LinkInput.Started(), now);
  }

  /// The power is gone, and the service is not told.
  void end() {
    ended();
    session = null;
    state = SessionState.INITIAL;
    wakeAt = Agenda.NEVER;
    link().vanish();
  }

  void say(SocketEffect.ToCloud words, long now) {
    if (words instanceof SocketEffect.SendReport(Report report)) {
      said = report;
    }
    take(new LinkInput.Said(words, skew), now);
  }

  /// What the network brings, subject to its weather. A control has come then, whatever the weather
  /// makes of it.
  void hear(LinkInput input, long now) {
    if (input instanceof LinkInput.Received(Message.Control control)) {
      page.heard(socket.member().device(), control, now);
    }
    if (!(input instanceof LinkInput.Received received) || weather.clear()) {
      take(input, now);
      return;
    }
    long[] copies = weather.fate(dice);
    if (copies.length == 0 && received.message() instanceof Message.ReportReply reply) {
      page.swallowed(reply.clientToken());
    }
    for (long delay : copies) {
      link().later(input, delay);
    }
  }

  void take(LinkInput input, long now) {
    Session rules = session;
    if (rules == null) {
      return;
    }
    note(input, now);
    SessionStep step = rules.advance(state, input, socket.world().instant(now));
    state = step.state();
    Instant next = state.wakeAt();
    wakeAt = next == null ? Agenda.NEVER : socket.world().nanos(next);
    for (LinkEffect effect : step.effects()) {
      carryOut(effect, now);
    }
  }

  Link link() {
    Link present = link;
    if (present == null) {
      throw new IllegalStateException("no link yet");
    }
    return present;
  }

  Weather weather() {
    return weather;
  }

  void weather(Weather next) {
    weather = next;
  }

  void skew(Duration next) {
    skew = next;
  }

  /// The network is gone, for attempts to connect as well.
  void away(boolean isAway) {
    away = isAway;
  }

  private void note(LinkInput input, long now) {
    switch (input) {
      case LinkInput.Connected() -> {
        connected = true;
        page.count(Count.CONNECTS);
      }
      case LinkInput.Lost(Loss _, double _) -> ended();
      case LinkInput.Received(Message.ReportReply reply) -> page.answered(reply, now);
      case LinkInput.Received(Message.EventReply reply) -> page.answered(reply, now);
      case LinkInput.Received _, LinkInput.Started _, LinkInput.Subscribed _ -> {}
      case LinkInput.NetworkBack _, LinkInput.Said _, LinkInput.WakeUp _ -> {}
    }
  }

  private void ended() {
    page.cut();
    page.count(connected ? Count.CONNECTIONS_LOST : Count.CONNECTS_FAILED);
    connected = false;
  }

  private void carryOut(LinkEffect effect, long now) {
    switch (effect) {
      case LinkEffect.Connect() -> connect();
      case LinkEffect.Subscribe() -> link().subscribe();
      case LinkEffect.Publish(Message.Up message) -> publish(message);
      case LinkEffect.HangUp() -> {
        ended();
        link().hangUp();
      }
      case LinkEffect.Tell(var input) -> socket.take(input, now);
      case LinkEffect.StatusChanged _ -> {}
      case LinkEffect.Warn _ -> page.count(Count.WARNINGS);
    }
  }

  private void connect() {
    if (away) {
      link().later(new LinkInput.Lost(Loss.UNREACHABLE, dice.nextDouble()), REFUSAL_NANOS);
    } else {
      link().connect();
    }
  }

  private void publish(Message.Up message) {
    switch (message) {
      case Message.Report report when said != null ->
          page.reported(report.clientToken(), said, socket.moment());
      case Message.EventPost post -> page.raised(post.clientToken(), socket.moment());
      case Message.Up _ -> {}
    }
    if (weather.clear()) {
      link().publish(message, 0);
      return;
    }
    long[] copies = weather.fate(dice);
    if (copies.length == 0 && message instanceof Message.Report report) {
      page.swallowed(report.clientToken());
    }
    page.copied(Math.max(0, copies.length - 1));
    for (long delay : copies) {
      link().publish(message, delay);
    }
  }
}
