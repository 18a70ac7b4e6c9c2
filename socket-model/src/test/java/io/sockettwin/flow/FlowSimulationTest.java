package io.sockettwin.flow;

import static io.sockettwin.flow.Watched.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.flow.Oracle.Found;
import io.sockettwin.flow.Oracle.Story;
import io.sockettwin.thing.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Flows through random stories: what they find is what an oracle finds, whatever the network and
/// the wake-ups do.
class FlowSimulationTest {
  private static final int SEEDS = 600;

  /// Inputs come at multiples of it, durations end in between, so nothing happens at the same time.
  private static final int STEP_SECONDS = 8;

  private static final int STEPS = 120;

  @Test
  void statesAreJudgedAsTheirDefinitionsSay() {
    int episodes = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Flow flow = flow(random);
      Story story = story(random);
      List<Found> expected = new Oracle(story).episodes(flow);
      Life life = new Life(flow, random, "seed " + seed + ": " + flow);
      life.live(story);
      assertThat(life.found()).as("seed %d: %s, %s", seed, flow, story).isEqualTo(expected);
      episodes += expected.size();
    }
    assertThat(episodes).as("stories in which something happens").isGreaterThan(SEEDS);
  }

  /// Trips of a socket, each with up to four events, all of them duplicated, delayed and mixed.
  @Test
  void eventsMakeOneEpisodeEachInWhateverOrderTheyCome() {
    Flow flow =
        Watched.flow(
            "{\"input\":{\"event\":\"status_report\"},\"filter\":{\"param\":\"message\",\"is\":\"=\","
                + "\"value\":\"overcurrent\"}}");
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      int trips = 1 + random.nextInt(10);
      List<Instant> events = new ArrayList<>();
      for (int trip = 0; trip < trips; trip++) {
        Instant at = START.plusSeconds(trip * 600L + random.nextInt(60));
        for (int repeat = random.nextInt(4); repeat >= 0; repeat--) {
          events.add(at.plusMillis(repeat * 1000L));
          if (random.nextBoolean()) {
            events.add(at.plusMillis(repeat * 1000L));
          }
        }
      }
      Collections.shuffle(events, random);
      Life life = new Life(flow, random, "seed " + seed);
      life.now = START.plusSeconds(trips * 600L);
      for (Instant at : events) {
        life.feed(
            new FlowInput.Happened(
                at, "status_report", Map.of("message", new Value.Text("overcurrent"))));
        life.passes(random.nextInt(90));
        if (random.nextInt(10) == 0) {
          life.restarts();
        }
      }
      life.passes(3600);
      List<Long> raisedFor =
          life.raisedAt.values().stream()
              .map(at -> Duration.between(START, at).toSeconds() / 600)
              .sorted()
              .toList();
      assertThat(raisedFor).as("seed %d", seed).hasSize(trips).doesNotHaveDuplicates();
      assertThat(life.clearedAt).as("seed %d", seed).hasSize(trips);
    }
  }

  private static Flow flow(Random random) {
    Duration after = Duration.ofSeconds(random.nextBoolean() ? 0 : 4 + 8 * random.nextInt(4));
    return new Flow(new Trigger.Data(), condition(random, 2), new Clearing(null, after));
  }

  private static Condition condition(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 8)) {
      case 0 -> compare("voltage", random.nextBoolean() ? Relation.LESS : Relation.AT_LEAST, 200);
      case 1 -> compare("current", Relation.GREATER, random.nextInt(4));
      case 2 ->
          new Condition.All(List.of(condition(random, depth - 1), condition(random, depth - 1)));
      case 3 ->
          new Condition.Any(List.of(condition(random, depth - 1), condition(random, depth - 1)));
      case 4 ->
          new Condition.Held(condition(random, 0), Duration.ofSeconds(1 + 8 * random.nextInt(5)));
      case 5 ->
          new Condition.Times(
              condition(random, 0),
              2 + random.nextInt(2),
              Duration.ofSeconds(2 + 8 * (1 + random.nextInt(12))));
      case 6 ->
          random.nextBoolean()
              ? new Condition.Silent(Duration.ofSeconds(1 + 8 * (1 + random.nextInt(4))))
              : new Condition.Held(
                  new Condition.Connected(false), Duration.ofSeconds(1 + 8 * random.nextInt(4)));
      default ->
          new Condition.Latch(
              compare("voltage", Relation.LESS, 190), compare("voltage", Relation.AT_LEAST, 210));
    };
  }

  private static Condition compare(String property, Relation relation, double limit) {
    return new Condition.Compare(new Field.Property(property), relation, new Value.Decimal(limit));
  }

  private static Story story(Random random) {
    Story story = new Story(STEPS * STEP_SECONDS, new TreeMap<>(), new TreeMap<>());
    story.online().put(0, true);
    for (int step = 1; step < STEPS; step++) {
      int t = step * STEP_SECONDS;
      switch (random.nextInt(8)) {
        case 0 -> {}
        case 1 -> story.online().put(t, random.nextInt(3) > 0);
        default -> {
          Map<String, Value> values = new LinkedHashMap<>();
          if (random.nextInt(4) > 0) {
            values.put("voltage", new Value.Decimal(180 + 10 * random.nextInt(5)));
          }
          if (random.nextInt(4) > 0) {
            values.put("current", new Value.Decimal(random.nextInt(5)));
          }
          story.reports().put(t, values);
        }
      }
    }
    return story;
  }

  /// A device that lives a story, with invariants after each step.
  private static final class Life {
    private final Flow flow;
    private final Random random;
    private final String where;
    private final Map<Long, Instant> raisedAt = new HashMap<>();
    private final Map<Long, Instant> clearedAt = new HashMap<>();
    private FlowState state = FlowState.NEW;
    private Facts facts = Facts.NONE;
    private Optional<Instant> wakeAt = Optional.empty();
    private Instant now = START;

    Life(Flow flow, Random random, String where) {
      this.flow = flow;
      this.random = random;
      this.where = where;
    }

    void live(Story story) {
      for (int t = 0; t < story.seconds(); t += STEP_SECONDS) {
        passUntil(START.plusSeconds(t));
        if (story.online().containsKey(t)) {
          feed(story.online().get(t) ? new FlowInput.CameOnline() : new FlowInput.WentOffline());
        }
        if (story.reports().containsKey(t)) {
          var values = new LinkedHashMap<>(story.reports().get(t));
          feed(new FlowInput.Reported(now, values));
          if (random.nextInt(4) == 0) {
            feed(new FlowInput.Reported(now, values));
          }
        }
      }
      passUntil(START.plusSeconds(story.seconds() - 1));
      feed(new FlowInput.WakeUp());
    }

    /// Wake-ups come, come late, come too often or do not come before the next input.
    private void passUntil(Instant end) {
      while (wakeAt.isPresent() && wakeAt.get().isBefore(end) && random.nextInt(8) > 0) {
        Instant due = wakeAt.get().isAfter(now) ? wakeAt.get() : now;
        Instant late = due.plusMillis(random.nextInt(900));
        now = late.isBefore(end) ? late : end;
        feed(new FlowInput.WakeUp());
      }
      now = end;
    }

    void passes(int seconds) {
      passUntil(now.plusSeconds(seconds));
      feed(new FlowInput.WakeUp());
    }

    void restarts() {
      facts = Facts.of(facts.values(), facts.online(), Instant.EPOCH, state.memory().lag());
      state = FlowState.remembered(state.memory());
      feed(new FlowInput.WakeUp());
    }

    void feed(FlowInput input) {
      Facts after = facts.after(input, now);
      FlowStep step = flow.advance(state, facts, input, after, now);
      facts = after;
      state = step.state();
      wakeAt = step.wakeAt();
      step.effects().forEach(this::check);
      Memory memory = state.memory();
      assertThat(memory.raised()).as(where).isEqualTo(raisedAt.size());
      assertThat(memory.past()).as(where).hasSizeLessThanOrEqualTo(Memory.MAX_PAST);
      assertThat(raisedAt.size() - clearedAt.size())
          .as(where)
          .isEqualTo(memory.open() == null ? 0 : 1);
      if (input instanceof FlowInput.WakeUp) {
        wakeAt.ifPresent(at -> assertThat(at).as(where).isAfter(now));
      }
    }

    private void check(FlowEffect effect) {
      long number = effect.episode();
      switch (effect) {
        case FlowEffect.Raised(long _, Instant at, String _) -> {
          assertThat(number).as(where).isEqualTo(raisedAt.size() + 1);
          raisedAt.put(number, at);
        }
        case FlowEffect.Repeated(long _, Instant at, long hits) -> {
          assertThat(raisedAt).as(where).containsKey(number);
          assertThat(at).as(where).isBeforeOrEqualTo(now);
          assertThat(hits).as(where).isGreaterThan(1);
          assertThat(clearedAt).as(where).doesNotContainKey(number);
        }
        case FlowEffect.Cleared(long _, Instant at, String _) -> {
          assertThat(at).as(where).isAfterOrEqualTo(raisedAt.get(number));
          assertThat(clearedAt.put(number, at)).as(where).isNull();
        }
      }
    }

    List<Found> found() {
      List<Found> found = new ArrayList<>();
      for (long number = 1; number <= raisedAt.size(); number++) {
        Instant end = clearedAt.get(number);
        found.add(
            new Found(
                (int) Duration.between(START, raisedAt.get(number)).toSeconds(),
                end == null ? -1 : (int) Duration.between(START, end).toSeconds()));
      }
      return found;
    }
  }
}
