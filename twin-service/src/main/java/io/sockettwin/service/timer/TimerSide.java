package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.Columns;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The timers in one lane: turns what is due into controls, in the transaction of both.
final class TimerSide implements Participant.Side {
  /// Of one device at once; leaves room for what other participants let follow.
  static final int MAX_AT_ONCE = LaneTransaction.MAX_FOLLOWING / 2;

  private final Near near;
  private final Function<String, Optional<DataTemplate>> templates;
  private final ObjectMapper json;
  private final TimerMetrics metrics;

  /// What this attempt alone may decide about.
  private final Map<DeviceKey, Queue<Firing>> due = new HashMap<>();

  private final Map<DeviceKey, Integer> served = new HashMap<>();
  private Columns decided = new Columns(FiringStore.DECIDED_COLUMNS);
  private List<Firing> fired = new ArrayList<>();
  private int skipped;

  TimerSide(
      Near near,
      Function<String, Optional<DataTemplate>> templates,
      ObjectMapper json,
      TimerMetrics metrics) {
    this.near = near;
    this.templates = templates;
    this.json = json;
    this.metrics = metrics;
  }

  @Override
  public void load(Set<DeviceKey> devices, LaneTransaction transaction) throws SQLException {
    if (!near.isAnyCalled()) {
      return;
    }
    List<DeviceKey> called = devices.stream().filter(near::isCalled).toList();
    if (called.isEmpty()) {
      return;
    }
    for (Firing firing : FiringStore.lock(transaction.connection(), called, Instant.now())) {
      due.computeIfAbsent(firing.device(), _ -> new ArrayDeque<>()).add(firing);
    }
  }

  @Override
  public void advanced(Advance advance, LaneTransaction transaction) {}

  @Override
  public void woken(DeviceKey device, Instant now, LaneTransaction transaction) {
    served.merge(device, 1, Integer::sum);
    Queue<Firing> waiting = due.getOrDefault(device, new ArrayDeque<>());
    for (int i = 0; i < MAX_AT_ONCE && !waiting.isEmpty(); i++) {
      carryOut(waiting.remove(), now, transaction);
    }
    if (!waiting.isEmpty()) {
      transaction.afterCommit(() -> near.add(List.of(new Appointment(device, now))));
    }
  }

  private void carryOut(Firing firing, Instant now, LaneTransaction transaction) {
    Optional<DataTemplate> template = templates.apply(firing.device().productId());
    if (template.isEmpty()) {
      return; // Product, device and this row are just being deleted.
    }
    switch (Outcome.of(firing, template.get(), json, now)) {
      case Outcome.Fire(var request, var state) -> {
        transaction.follow(request);
        decide(firing, state, request.id(), null);
        fired.add(firing);
      }
      case Outcome.Skip(String reason) -> {
        decide(firing, FiringState.SKIPPED, null, reason);
        skipped++;
      }
    }
  }

  private void decide(
      Firing firing, FiringState state, @Nullable String controlId, @Nullable String reason) {
    decided.add(
        firing.timerId(),
        firing.dueAt(),
        firing.device().productId(),
        firing.device().deviceName(),
        state,
        controlId,
        reason);
  }

  @Override
  public void write(LaneTransaction transaction) throws SQLException {
    int rows = FiringStore.decide(transaction.connection(), decided);
    if (rows != fired.size() + skipped) {
      throw new IllegalStateException(rows + " of " + (fired.size() + skipped) + " firings");
    }
    List<Firing> done = fired;
    int passedOver = skipped;
    Map<DeviceKey, Integer> calls = Map.copyOf(served);
    transaction.afterCommit(() -> {
      calls.forEach(near::served);
      Instant now = Instant.now();
      done.forEach(it -> metrics.fired(it.dueAt(), now));
      metrics.skipped(passedOver);
    });
    forgetAll();
  }

  @Override
  public void forgetAll() {
    due.clear();
    served.clear();
    decided = new Columns(FiringStore.DECIDED_COLUMNS);
    fired = new ArrayList<>();
    skipped = 0;
  }
}
