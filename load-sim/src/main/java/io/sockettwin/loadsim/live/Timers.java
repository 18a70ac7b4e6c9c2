package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.scenario.DueTimers;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Timers of sockets at the service, all due in the same second, followed from that moment to the
/// sockets and into the service's history.
final class Timers implements AutoCloseable {

  private static final String TIMERS = "/api/timers";

  /// The moment is chosen before the first timer is set, so the time for setting them is as well: a
  /// service that sets fewer a second is too slow for the run.
  private static final int SET_PER_SECOND = 50;

  /// A service that was just started, on a busy machine, takes some seconds for the first ones.
  private static final Duration LEAST_SETTING = Duration.ofSeconds(10);

  /// So much time must be left when all are set, since the service arms what is near beforehand.
  private static final Duration LEAST_AHEAD = Duration.ofSeconds(2);

  private record Heard(String controlId, long nanos) {}

  /// One device's timer.
  private static final class Of {
    volatile String timerId = "";
    final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
  }

  private final Api api;
  private final RunClock clock;
  private final Progress progress;
  private final Ledger ledger = new Ledger(Ledger.Ear.NONE);
  private final Map<DeviceKey, Of> timers = new LinkedHashMap<>();
  private final long beginsAtNanos;
  private final Instant due;

  private Timers(Api api, RunClock clock, Progress progress, DueTimers plan, int count) {
    this.api = api;
    this.clock = clock;
    this.progress = progress;
    Duration setting = LEAST_SETTING.plusSeconds(count / SET_PER_SECOND);
    this.beginsAtNanos = clock.nanos() + setting.toNanos();
    Instant planned = clock.start().plusNanos(beginsAtNanos).plus(plan.at());
    this.due = planned.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  /// Sets them.
  ///
  /// @throws CannotRun if the service does not take them, or not in time
  static Timers set(
      Api api,
      RunClock clock,
      Progress progress,
      DueTimers plan,
      String runId,
      List<DeviceKey> devices)
      throws InterruptedException {
    int[] numbers = IntStream.range(0, devices.size()).filter(plan::has).toArray();
    Timers timers = new Timers(api, clock, progress, plan, numbers.length);
    for (int number : numbers) {
      timers.timers.put(devices.get(number), new Of());
    }
    try {
      Errands.forEach(
          numbers.length,
          i -> timers.set(runId, devices.get(numbers[i]), DueTimers.switchesOn(numbers[i])),
          done -> progress.preparing("setting timers", done, numbers.length));
      if (timers.aheadNanos() < LEAST_AHEAD.toNanos()) {
        throw new CannotRun(
            "%d timers could not be set before they are due: let them be due later in the run"
                .formatted(numbers.length));
      }
      return timers;
    } catch (CannotRun | InterruptedException e) {
      timers.close();
      throw e;
    }
  }

  Ledger ledger() {
    return ledger;
  }

  /// How long until the run may begin, so that they are due at its time.
  long untilBeginNanos() {
    return beginsAtNanos - clock.nanos();
  }

  /// Told by the lanes.
  void heard(DeviceKey device, String controlId, long nanos) {
    Of of = timers.get(device);
    if (of != null) {
      of.heard.add(new Heard(controlId, nanos));
    }
  }

  /// Whether each has come to its socket, if they are due.
  boolean arrived() {
    return aheadNanos() > 0 || timers.values().stream().noneMatch(of -> of.heard.isEmpty());
  }

  /// What the service has made of a device's timer; null if it has none, or if none is due yet in a
  /// run that was broken off. To be asked once.
  ///
  /// @param others the controls that are no timer's
  Seen.@Nullable Timer seen(DeviceKey device, Predicate<String> others) {
    Of of = timers.get(device);
    if (of == null || aheadNanos() > 0) {
      return null;
    }
    int firings = 0;
    String reason = "";
    boolean fetched = false;
    for (JsonNode firing : api.require(TIMERS + "/" + of.timerId + "/firings").path("items")) {
      switch (firing.path("state").asText()) {
        case "fired", "late" -> firings++;
        case String state -> reason = firing.path("reason").asText(state);
      }
      fetched |= firing.path("controlStage").asText().equals("APPLIED");
    }
    List<Heard> controls =
        List.copyOf(of.heard).stream().filter(it -> !others.test(it.controlId())).toList();
    long late = controls.isEmpty() ? 0 : controls.getFirst().nanos() - dueNanos();
    if (!controls.isEmpty()) {
      time(late);
    }
    return new Seen.Timer(firings, reason, controls.size(), fetched, Math.max(0, -late));
  }

  void state(Facts facts, List<Difference> differences) {
    facts.putTimers(timers.size(), differences);
  }

  @Override
  public void close() {
    List<String> ids =
        timers.values().stream().map(of -> of.timerId).filter(id -> !id.isEmpty()).toList();
    AtomicInteger left = new AtomicInteger(ids.size());
    try {
      Errands.forEach(
          ids.size(),
          i -> {
            if (api.delete(TIMERS + "/" + ids.get(i)).good()) {
              left.decrementAndGet();
            }
          },
          _ -> {});
    } catch (CannotRun e) {
      progress.warning(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (left.get() > 0) {
      progress.warning(left + " timers are left at the service");
    }
  }

  private void set(String runId, DeviceKey device, boolean on) {
    ObjectNode draft =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "load-sim " + runId)
            .put("timeZone", "UTC");
    draft
        .putObject("rule")
        .put("kind", "once")
        .put("at", LocalDateTime.ofInstant(due, ZoneOffset.UTC).toString());
    draft
        .putArray("actions")
        .addObject()
        .put("productId", device.productId())
        .put("name", device.deviceName())
        .putObject("values")
        .put("power_switch", on ? 1 : 0);
    Api.Answer answer = api.post(TIMERS, draft);
    if (!answer.good()) {
      throw new CannotRun("a timer cannot be set: " + answer.problem());
    }
    of(device).timerId = answer.body().path("id").asText();
  }

  private Of of(DeviceKey device) {
    Of of = timers.get(device);
    if (of == null) {
      throw new IllegalStateException("has no timer: " + device);
    }
    return of;
  }

  private long aheadNanos() {
    return dueNanos() - clock.nanos();
  }

  /// Their moment in the time of the run, which may begin only later.
  private long dueNanos() {
    return Duration.between(clock.start(), due).toNanos();
  }

  private synchronized void time(long nanos) {
    ledger.time(Latency.TIMER, nanos);
  }
}
