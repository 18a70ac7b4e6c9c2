package io.sockettwin.service.alarm;

import io.sockettwin.flow.Flow;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Tries flows on the past.
@Singleton
class BackTests {
  static final Duration LONGEST = Duration.ofDays(31);

  /// Before the time that is asked for, so that durations and open episodes are known.
  static final Duration WARM_UP = Duration.ofDays(1);

  static final long MAX_INPUTS = 5_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_LISTED = 1_000;

  private final DataSource database;
  private final Flows flows;
  private final FlowChecks checks;
  private final Products products;
  private final Recorded recorded;

  BackTests(
      DataSource database, Flows flows, FlowChecks checks, Products products, Recorded recorded) {
    this.database = database;
    this.flows = flows;
    this.checks = checks;
    this.products = products;
    this.recorded = recorded;
  }

  BackTestView run(BackTestDraft draft) {
    requireTime(draft.from(), draft.until());
    FlowDraft content = content(draft);
    Flow flow = checks.requireSound(content).flow();
    DataTemplate template = products.find(content.productId()).map(Product::template).orElseThrow();
    String reference = draft.compareWith() == null ? draft.flowId() : draft.compareWith();
    Run run = new Run(flow, template, draft.from(), draft.until());
    try (Connection connection = database.getConnection()) {
      // A cursor needs a transaction; nothing is written in it.
      connection.setAutoCommit(false);
      Map<String, List<Found>> real =
          reference == null
              ? Map.of()
              : AlarmReader.found(
                  connection, reference, content.productId(), draft.from(), draft.until());
      for (String name : names(connection, draft, content)) {
        run.over(connection, new DeviceKey(content.productId(), name), real.get(name));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return run.view(reference != null);
  }

  /// Which alarms of the first flow the second would have missed, and which it added.
  ComparisonView compare(String id, String other, Instant from, Instant until) {
    requireTime(from, until);
    String productId = flows.draft(id).productId();
    flows.draft(other);
    try (Connection connection = database.getConnection()) {
      Map<String, List<Found>> reference =
          AlarmReader.found(connection, id, productId, from, until);
      Map<String, List<Found>> others =
          new TreeMap<>(AlarmReader.found(connection, other, productId, from, until));
      reference.keySet().forEach(name -> others.putIfAbsent(name, List.of()));
      ComparisonView.Builder comparison = new ComparisonView.Builder();
      others.forEach((name, theirs) -> {
        List<Found> mine = reference.getOrDefault(name, List.of());
        comparison.add(name, mine, mine.stream().map(Found::reason).toList(), theirs);
      });
      return comparison.build();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private FlowDraft content(BackTestDraft draft) {
    if ((draft.flow() == null) == (draft.flowId() == null)) {
      throw invalid("flow", "either a flow or a flowId is needed");
    }
    return draft.flow() == null
        ? flows.draft(Objects.requireNonNull(draft.flowId()))
        : draft.flow();
  }

  private static List<String> names(Connection connection, BackTestDraft draft, FlowDraft content)
      throws SQLException {
    List<String> wanted =
        draft.devices() == null ? content.scopeOrAll().devices() : draft.devices();
    for (int i = 0; i < wanted.size(); i++) {
      if (!DeviceKey.isDeviceName(wanted.get(i))) {
        throw invalid("devices[" + i + "]", "is no device name");
      }
    }
    return wanted.isEmpty() ? AlarmReader.devices(connection, content.productId()) : wanted;
  }

  private static void requireTime(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw invalid("until", "must be after from");
    }
    if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw invalid("until", "must be " + LONGEST.toDays() + " days after from at most");
    }
  }

  private static Refused invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", new Flaw(field, message))
        .refused();
  }

  /// One back-test while it runs.
  private final class Run {
    private final Flow flow;
    private final DataTemplate template;
    private final Instant from;
    private final Instant until;
    private final long began = System.nanoTime();
    private final List<BackTestView.Would> alarms = new ArrayList<>();
    private final ComparisonView.Builder comparison = new ComparisonView.Builder();
    private int devices;
    private int total;
    private long inputs;
    private boolean complete = true;

    Run(Flow flow, DataTemplate template, Instant from, Instant until) {
      this.flow = flow;
      this.template = template;
      this.from = from;
      this.until = until;
    }

    /// @param real alarms that there were, oldest first
    void over(Connection connection, DeviceKey device, @Nullable List<Found> real)
        throws SQLException {
      if (!complete) {
        return;
      }
      List<Found> reference = real == null ? List.of() : real;
      List<String> why = new ArrayList<>();
      Replay replay = new Replay(flow);
      recorded.read(
          connection,
          device,
          template,
          from.minus(WARM_UP),
          until,
          (input, at) -> {
            explain(replay, reference, why, at);
            replay.feed(input, at);
            inputs++;
            complete = inputs < MAX_INPUTS && System.nanoTime() - began < PATIENCE.toNanos();
            return complete;
          });
      explain(replay, reference, why, until);
      replay.pass(until);
      devices++;
      List<Found> found =
          replay.found().stream().filter(it -> !it.raisedAt().isBefore(from)).toList();
      total += found.size();
      found.stream()
          .limit(MAX_LISTED - alarms.size())
          .forEach(it -> alarms.add(new BackTestView.Would(device.deviceName(), it)));
      if (complete) {
        comparison.add(device.deviceName(), reference, why, found);
      }
    }

    /// What the flow says of the moments at which there were alarms, told before later inputs.
    private void explain(Replay replay, List<Found> reference, List<String> why, Instant next) {
      while (why.size() < reference.size() && next.isAfter(reference.get(why.size()).raisedAt())) {
        why.add(flow.explain(replay.facts()));
      }
    }

    BackTestView view(boolean compared) {
      return new BackTestView(
          devices,
          inputs,
          complete,
          Duration.ofNanos(System.nanoTime() - began).toMillis(),
          total,
          alarms,
          compared ? comparison.build() : null);
    }
  }
}
