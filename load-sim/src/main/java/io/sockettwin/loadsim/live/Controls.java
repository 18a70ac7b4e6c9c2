package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.time.Pace;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Switches sockets through the service's REST interface, at a steady rate that slow answers do not
/// hold up, and follows each control to its socket and back.
final class Controls implements AutoCloseable {

  private static final Set<String> LAST_STAGES =
      Set.of("APPLIED", "OVERRULED", "REFUSED", "EXPIRED", "SUPERSEDED", "REVOKED");

  /// Requests under way; more mean that the service is far behind, and are not made.
  private static final int MAX_UNDER_WAY = 512;

  /// Controls watched at a time until the service shows them as applied; others are not timed.
  private static final int MAX_WATCHED = 16;

  private static final Duration WATCH_LIMIT = Duration.ofSeconds(10);
  private static final long WATCH_PAUSE_NANOS = 20_000_000;
  private static final long ARRIVAL_NANOS = Duration.ofSeconds(5).toNanos();

  /// A control on its way.
  private static final class OnItsWay {
    @Nullable DeviceKey device;
    long dueNanos;
    volatile long heardNanos;
  }

  private final Api api;
  private final RunClock clock;
  private final List<DeviceKey> devices;
  private final SplittableRandom dice;
  private final Ledger ledger = new Ledger(Ledger.Ear.NONE);
  private final Map<String, OnItsWay> onTheirWay = new ConcurrentHashMap<>();
  private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);
  private final Semaphore watched = new Semaphore(MAX_WATCHED);
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopped;
  private volatile long stoppedAt;

  Controls(Api api, RunClock clock, List<DeviceKey> devices, long seed) {
    this.api = api;
    this.clock = clock;
    this.devices = devices;
    this.dice = new SplittableRandom(seed);
  }

  Ledger ledger() {
    return ledger;
  }

  long asked() {
    return asked.get();
  }

  void start(double perSecond, long fromNanos) {
    if (perSecond > 0) {
      Pace pace = new Pace(perSecond, fromNanos);
      threads.execute(() -> run(pace));
    }
  }

  void stop() {
    stopped = true;
    stoppedAt = clock.nanos();
  }

  /// Whether a control was asked for here.
  boolean asked(String id) {
    OnItsWay control = onTheirWay.get(id);
    return control != null && control.device != null;
  }

  /// Whether no control can come to a socket any more that is connected: all were answered, and all
  /// have arrived or had the time to. One that waited in the service comes under another name.
  boolean arrived() {
    boolean answered = underWay.availablePermits() == MAX_UNDER_WAY;
    return answered
        && (clock.nanos() > stoppedAt + ARRIVAL_NANOS
            || onTheirWay.values().stream().allMatch(control -> control.heardNanos != 0));
  }

  /// Told by the lanes; known by its id, unless it waited in the service and came with another.
  void heard(String id, long nanos) {
    note(id, control -> control.heardNanos = nanos);
  }

  /// The controls that the service still holds for open though their sockets never got them.
  List<Difference> lost() {
    List<Difference> lost = new ArrayList<>();
    onTheirWay.forEach((id, control) -> {
      DeviceKey device = control.device;
      if (device != null && control.heardNanos == 0 && !settled(id)) {
        lost.add(new Difference(device.toString(), Kind.CONTROL_LOST, "control " + id));
      }
    });
    return lost;
  }

  void state(Facts facts, List<Difference> differences) {
    facts.put("controls.asked", (double) asked.get());
    facts.put("controls.refused", (double) refused.get());
    facts.put("controls.lost", Difference.count(differences, Kind.CONTROL_LOST));
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }

  private void run(Pace pace) {
    while (!stopped) {
      long due = pace.nextDue();
      long wait = due - clock.nanos();
      if (wait > 0) {
        LockSupport.parkNanos(Math.min(wait, WATCH_PAUSE_NANOS));
        continue;
      }
      pace.take();
      DeviceKey device = devices.get(dice.nextInt(devices.size()));
      boolean on = dice.nextBoolean();
      if (underWay.tryAcquire()) {
        threads.execute(() -> ask(device, on, due));
      } else {
        refused.incrementAndGet();
      }
    }
  }

  private void ask(DeviceKey device, boolean on, long due) {
    try {
      asked.incrementAndGet();
      ObjectNode values = JsonNodeFactory.instance.objectNode().put("power_switch", on ? 1 : 0);
      Api.Answer answer = api.patch(Registry.path("/api/twins/", device) + "/desired", values);
      time(Latency.API, clock.nanos() - due);
      if (!answer.good()) {
        refused.incrementAndGet();
        return;
      }
      String id = answer.body().path("id").asText();
      note(
          id,
          control -> {
            control.device = device;
            control.dueNanos = due;
          });
      watch(id);
    } catch (CannotRun e) {
      refused.incrementAndGet();
    } finally {
      underWay.release();
    }
  }

  /// Whichever comes second, the answer to the request or the control at its socket, times it.
  private void note(String id, Consumer<OnItsWay> change) {
    onTheirWay.compute(
        id,
        (_, known) -> {
          OnItsWay control = known == null ? new OnItsWay() : known;
          change.accept(control);
          if (control.device != null && control.heardNanos != 0) {
            time(Latency.CONTROL, control.heardNanos - control.dueNanos);
          }
          return control;
        });
  }

  private void watch(String id) {
    if (!watched.tryAcquire()) {
      return;
    }
    try {
      long limit = clock.nanos() + WATCH_LIMIT.toNanos();
      while (!stopped && clock.nanos() < limit) {
        OnItsWay control = onTheirWay.get(id);
        String stage = api.get("/api/controls/" + id).body().path("stage").asText();
        if (stage.equals("APPLIED") && control != null && control.heardNanos != 0) {
          time(Latency.APPLIED, clock.nanos() - control.heardNanos);
          return;
        }
        if (LAST_STAGES.contains(stage)) {
          return;
        }
        LockSupport.parkNanos(WATCH_PAUSE_NANOS);
      }
    } finally {
      watched.release();
    }
  }

  private boolean settled(String id) {
    return LAST_STAGES.contains(api.get("/api/controls/" + id).body().path("stage").asText());
  }

  private synchronized void time(Latency latency, long nanos) {
    ledger.time(latency, nanos);
  }
}
