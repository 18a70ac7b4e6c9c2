package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.push.Texts;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/// Tries flows on values that somebody thought up: the same steps and wake-ups as in a lane.
@Singleton
class FlowTrials {
  private static final String DEVICE = "example";

  private final FlowChecks checks;
  private final Products products;

  FlowTrials(FlowChecks checks, Products products) {
    this.checks = checks;
    this.products = products;
  }

  TrialView run(TrialDraft trial, Instant now) {
    FlowCheck.Sound sound = checks.requireSound(trial.flow());
    String productId = trial.flow().productId();
    DataTemplate template = products.find(productId).map(Product::template).orElseThrow();
    ActiveFlow flow =
        new ActiveFlow(DEVICE, 0, trial.flow(), sound.flow(), sound.placeholders(), template);
    DeviceKey device = new DeviceKey(productId, DEVICE);
    Instant from = Objects.requireNonNullElse(trial.from(), now).truncatedTo(ChronoUnit.MILLIS);
    Map<Long, AlarmBatch.Raised> raised = new HashMap<>();
    Replay replay =
        new Replay(
            sound.flow(),
            (effect, facts) ->
                raised.put(
                    effect.episode(),
                    new AlarmBatch.Raised(flow, device, effect, facts, from, from)));
    if (trial.steps().getFirst().online() == null) {
      replay.feed(new FlowInput.CameOnline(), from);
    }
    Instant at = from;
    for (int i = 0; i < trial.steps().size(); i++) {
      TrialDraft.Step step = trial.steps().get(i);
      at = at.plusSeconds(step.afterSeconds());
      for (FlowInput input : inputs(step, "steps[" + i + "]", template, at)) {
        replay.feed(input, at);
      }
    }
    String explanation = sound.flow().explain(replay.facts());
    Instant until = at.plusSeconds(trial.quietSeconds());
    replay.pass(until);
    return new TrialView(from, until, explanation, episodes(replay, raised));
  }

  private static List<TrialView.Episode> episodes(
      Replay replay, Map<Long, AlarmBatch.Raised> raised) {
    List<TrialView.Episode> episodes = new ArrayList<>();
    replay
        .episodes()
        .forEach((number, found) -> {
          AlarmBatch.Raised first = Objects.requireNonNull(raised.get(number));
          if (episodes.size() < TrialView.MAX_EPISODES) {
            episodes.add(episode(found, AlarmText.title(first), AlarmText.text(first)));
          }
        });
    return episodes;
  }

  private static TrialView.Episode episode(Found found, Texts title, Texts text) {
    return new TrialView.Episode(
        found.raisedAt(),
        found.reason(),
        found.hits(),
        found.clearedAt(),
        found.clearReason(),
        title,
        text);
  }

  private static List<FlowInput> inputs(
      TrialDraft.Step step, String place, DataTemplate template, Instant at) {
    List<FlowInput> inputs = new ArrayList<>();
    if (step.online() != null) {
      inputs.add(step.online() ? new FlowInput.CameOnline() : new FlowInput.WentOffline());
    }
    if (step.values() != null && !step.values().isEmpty()) {
      String field = place + ".values";
      inputs.add(new FlowInput.Reported(at, require(template.checkReport(step.values()), field)));
    }
    if (step.event() != null) {
      var params = Objects.requireNonNullElse(step.params(), JsonNodeFactory.instance.objectNode());
      Check check = template.checkEvent(step.event(), at, params, at);
      inputs.add(new FlowInput.Happened(at, step.event(), require(check, place + ".params")));
    }
    return inputs;
  }

  private static SequencedMap<String, Value> require(Check check, String field) {
    return switch (check) {
      case Check.Accepted(var values) -> values;
      case Check.Refused(int _, String _, String reason) ->
          throw Problem.of(
                  ProblemCode.INVALID,
                  "No device could say this: " + reason + ".",
                  new Flaw(field, reason))
              .refused();
    };
  }
}
