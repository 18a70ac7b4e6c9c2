package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Audit;
import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Curve;
import io.sockettwin.loadsim.report.Moment;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.Ticker;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.thing.DeviceKey;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A scenario against a service, from the first device created to the last one looked at.
public final class LiveRun {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /// What a broken-off run still waits for its answers.
  private static final long SHORT_SETTLE_NANOS = Duration.ofSeconds(3).toNanos();

  /// Without a single connection after so long there is no point in going on.
  private static final long HOPELESS_NANOS = Duration.ofSeconds(10).toNanos();

  private final Scenario scenario;
  private final Target target;
  private final Progress progress;
  private final Trace trace;
  private final CountDownLatch interrupted = new CountDownLatch(1);

  public LiveRun(Scenario scenario, Target target, Progress progress, Trace trace) {
    this.scenario = scenario;
    this.target = target;
    this.progress = progress;
    this.trace = trace;
  }

  /// Breaks the run off; what is known by then becomes its result.
  public void interrupt() {
    interrupted.countDown();
  }

  /// Makes the run.
  ///
  /// @throws CannotRun with the reason in a sentence
  public Result run() throws InterruptedException {
    Descriptors.require(scenario.sockets());
    if (target.api() == null) {
      return measured(null, identities(null));
    }
    try (Api api = new Api(target.api(), target.accessKey())) {
      Registry registry = new Registry(api);
      Identities identities = identities(registry);
      boolean ours = target.devices() == null;
      try {
        if (ours) {
          registry.create(identities, done -> told("creating devices", done));
        }
        return measured(api, identities);
      } finally {
        if (ours && !target.keep()) {
          registry.delete(identities, done -> told("deleting devices", done));
        }
      }
    }
  }

  private Identities identities(@Nullable Registry registry) {
    if (target.devices() != null) {
      return ListedIdentities.read(target.devices(), scenario.sockets());
    }
    String product =
        registry == null
            ? target.product() == null ? "LOADSIM001" : target.product()
            : registry.product(target.product());
    return new DrawnIdentities(product, runId(), scenario.sockets());
  }

  private Result measured(@Nullable Api api, Identities identities) throws InterruptedException {
    InetSocketAddress service =
        new InetSocketAddress(target.service().host(), target.service().port());
    if (service.isUnresolved()) {
      throw new CannotRun("there is no host called " + target.service().host());
    }
    RunClock clock = new RunClock();
    Wiring wiring = new Wiring(service, target.sources(), target.dialect(), identities);
    Controls controls =
        api == null ? null : new Controls(api, clock, identities.devices(), scenario.seed());
    Ledger.ControlEar ear = controls == null ? (_, _) -> {} : controls::heard;
    try (LiveFleet fleet =
        new LiveFleet(scenario, runId(), clock, wiring, target.loops(), ear, trace)) {
      return new Course(api, clock, fleet, controls).run();
    } finally {
      if (controls != null) {
        controls.close();
      }
    }
  }

  private void told(String what, int done) {
    progress.preparing(what, done, scenario.sockets());
  }

  private static String runId() {
    return Integer.toString(
        ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);
  }

  /// The run itself, once all is prepared.
  private final class Course {
    private final @Nullable Api api;
    private final RunClock clock;
    private final LiveFleet fleet;
    private final @Nullable Controls controls;
    private final Books books;
    private final Ticker ticker;
    private final SelfWatch watch;

    Course(@Nullable Api api, RunClock clock, LiveFleet fleet, @Nullable Controls controls) {
      this.api = api;
      this.clock = clock;
      this.fleet = fleet;
      this.controls = controls;
      List<Ledger> ledgers = new ArrayList<>(fleet.lanes().stream().map(Lane::ledger).toList());
      if (controls != null) {
        ledgers.add(controls.ledger());
      }
      this.books = new Books(ledgers);
      this.watch = new SelfWatch(fleet.lanes());
      this.ticker = new Ticker(books);
    }

    Result run() throws InterruptedException {
      Instant startedAt = Instant.now();
      long begin = clock.nanos();
      fleet.start();
      if (controls != null) {
        controls.start(scenario.controlsPerSecond(), begin + scenario.growth().endNanos());
      }
      boolean broken = until(begin, begin + scenario.duration().toNanos());
      progress.phase("settling");
      if (controls != null) {
        controls.stop();
      }
      fleet.heal();
      settle(begin, broken ? SHORT_SETTLE_NANOS : scenario.settle().toNanos());
      double seconds = (clock.nanos() - begin) / 1e9;
      double connected = 100.0 * fleet.up() / scenario.sockets();
      @Nullable String bottleneck = watch.bottleneck();
      Facts facts = new Facts();
      watch.state(facts);
      List<LiveFleet.Account> accounts = fleet.accounts();
      progress.phase("auditing");
      List<Difference> differences = audit(accounts);
      facts.put("connected", connected);
      facts.put("audit.differences", differences.size());
      facts.put("audit.devices", api == null ? 0 : accounts.size());
      books.state(facts);
      stateControls(facts, differences);
      return new Result(
          scenario.name(),
          scenario.seed(),
          target.service().toString(),
          startedAt,
          seconds,
          scenario.sockets(),
          broken,
          bottleneck,
          facts.all(),
          Curve.of(books),
          ticker.moments(),
          differences,
          scenario.expectations().stream().map(it -> it.check(facts)).toList());
    }

    /// Whether somebody broke it off.
    private boolean until(long begin, long end) throws InterruptedException {
      for (long next = begin + SECOND; next < end + SECOND; next += SECOND) {
        long wait = Math.min(next, end) - clock.nanos();
        if (interrupted.await(Math.max(0, wait), TimeUnit.NANOSECONDS)) {
          return true;
        }
        tick(begin, (end - begin) / 1e9);
        requireHope(begin);
      }
      return false;
    }

    /// Waits until all are connected and answered, then stops all that goes by itself and waits for
    /// the last answers: from then on nothing that is true changes any more.
    private void settle(long begin, long limit) throws InterruptedException {
      long end = clock.nanos() + limit;
      while (!fleet.settled() && clock.nanos() < end) {
        TimeUnit.MILLISECONDS.sleep(200);
        tick(begin, (clock.nanos() - begin) / 1e9);
      }
      fleet.freeze();
      while (!fleet.quiet() && clock.nanos() < end + SHORT_SETTLE_NANOS) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }

    private void tick(long begin, double ofSeconds) {
      long asked = controls == null ? 0 : controls.asked();
      Moment moment =
          ticker.tick((clock.nanos() - begin) / 1e9, asked, watch.lagMillis(), watch.cpuPercent());
      progress.moment(moment, ofSeconds, fleet.losses());
    }

    private void requireHope(long begin) {
      boolean none = books.counted(Count.CONNECTS) == 0;
      if (none
          && books.counted(Count.CONNECTS_FAILED) > 0
          && clock.nanos() - begin > HOPELESS_NANOS) {
        throw new CannotRun(
            "no socket could connect to %s: %s".formatted(target.service(), fleet.losses()));
      }
    }

    private List<Difference> audit(List<LiveFleet.Account> accounts) throws InterruptedException {
      List<Difference> differences = Collections.synchronizedList(new ArrayList<>());
      Registry registry = api == null ? null : new Registry(api);
      History history = api == null ? null : new History(api, clock.start());
      Errands.forEach(
          accounts.size(),
          number -> differences.addAll(compare(accounts.get(number), registry, history)),
          done -> told("looking at twins", done));
      if (controls != null) {
        differences.addAll(controls.lost());
      }
      return differences.stream().sorted(Comparator.comparing(Difference::device)).toList();
    }

    private List<Difference> compare(
        LiveFleet.Account account, @Nullable Registry registry, @Nullable History history) {
      DeviceKey device = account.member().device();
      boolean flashed = account.member().make().firmware();
      Seen seen =
          registry == null || history == null ? null : registry.look(device, history, flashed);
      return new Audit(scenario.lateAfter(), flashed ? Audit.FIRMWARE_EVENTS_PER_TRIP : 1)
          .compare(device, account.truth(), account.up(), seen);
    }

    private void stateControls(Facts facts, List<Difference> differences) {
      if (controls != null) {
        long lost =
            differences.stream().filter(it -> it.kind() == Difference.Kind.CONTROL_LOST).count();
        controls.state(facts, (int) lost);
      }
    }
  }
}
