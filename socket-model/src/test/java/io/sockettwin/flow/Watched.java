package io.sockettwin.flow;

import io.sockettwin.flow.Expressions.Compiled;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Templates;
import io.sockettwin.thing.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A socket under a flow, with a clock to turn. Wakes the flow when it asked for it.
final class Watched {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final DataTemplate SOCKET = Templates.socket();

  /// Knows one expression, which no test of the core needs to understand.
  static final Expressions EXPRESSIONS =
      (text, trigger) ->
          text.equals("heavy")
              ? new Compiled.Ready(facts ->
                  facts.property("active_power") instanceof Value.Decimal(double watts)
                      && watts > 2000)
              : new Compiled.Rejected("no such expression");

  final Flow flow;

  /// What the flow did: `raised 1 at 60 s: reason`.
  final List<String> log = new ArrayList<>();

  FlowState state = FlowState.NEW;
  Facts facts = Facts.NONE;
  Instant now = START;
  Optional<Instant> wakeAt = Optional.empty();

  private Watched(Flow flow) {
    this.flow = flow;
  }

  static Watched by(String json) {
    return new Watched(flow(json));
  }

  static Flow flow(String json) {
    return switch (new FlowParser(SOCKET, EXPRESSIONS).parse(Templates.json(json))) {
      case ParsedFlow.Valid(Flow flow) -> flow;
      case ParsedFlow.Invalid(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  Watched connects() {
    return feed(new FlowInput.CameOnline());
  }

  Watched disconnects() {
    return feed(new FlowInput.WentOffline());
  }

  /// A report without a time of its own, a moment after what was before.
  Watched reports(String json) {
    now = now.plusMillis(1);
    return reports(json, now);
  }

  /// Arrives now and says that it was true then.
  Watched reports(String json, Instant at) {
    Check checked = SOCKET.checkReport(Templates.json(json));
    SequencedMap<String, Value> values = ((Check.Accepted) checked).values();
    return feed(new FlowInput.Reported(at, values));
  }

  Watched trips() {
    now = now.plusMillis(1);
    return says("overcurrent", now);
  }

  Watched says(String message, Instant at) {
    Map<String, Value> params = new LinkedHashMap<>();
    params.put("status", new Value.Bool(true));
    params.put("message", new Value.Text(message));
    return feed(new FlowInput.Happened(at, "status_report", params));
  }

  Watched passes(Duration time) {
    Instant end = now.plus(time);
    while (wakeAt.isPresent() && !wakeAt.get().isAfter(end)) {
      now = wakeAt.get().isAfter(now) ? wakeAt.get() : now;
      feed(new FlowInput.WakeUp());
    }
    now = end;
    return this;
  }

  Watched passes(int seconds) {
    return passes(Duration.ofSeconds(seconds));
  }

  /// As after a restart: only what is stored is known.
  Watched restarts() {
    facts = Facts.of(facts.values(), facts.online(), START, state.memory().lag());
    state = FlowState.remembered(state.memory());
    return feed(new FlowInput.WakeUp());
  }

  Watched feed(FlowInput input) {
    Facts after = facts.after(input, now);
    FlowStep step = flow.advance(state, facts, input, after, now);
    facts = after;
    state = step.state();
    wakeAt = step.wakeAt();
    step.effects().forEach(effect -> log.add(text(effect)));
    return this;
  }

  private static String text(FlowEffect effect) {
    return switch (effect) {
      case FlowEffect.Raised(long n, Instant at, String reason) ->
          "raised " + n + " at " + seconds(at) + ": " + reason;
      case FlowEffect.Repeated(long n, Instant at, long hits) ->
          "repeated " + n + " at " + seconds(at) + ", " + hits + " hits";
      case FlowEffect.Cleared(long n, Instant at, String reason) ->
          "cleared " + n + " at " + seconds(at) + ": " + reason;
    };
  }

  private static String seconds(Instant at) {
    return Duration.between(START, at).toSeconds() + " s";
  }
}
