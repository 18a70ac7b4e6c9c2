package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.report.Curve;
import io.sockettwin.loadsim.report.Moment;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.Ticker;
import io.sockettwin.loadsim.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The run itself, once all is prepared: load, heal, settle, freeze, audit.
final class Course {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /// What a broken-off run still waits for its answers.
  private static final long SHORT_SETTLE_NANOS = Duration.ofSeconds(3).toNanos();

  private static final long LOOK_MILLIS = 200;
  private static final int LOOKS_PER_TICK = 5;

  /// Without a single connection after so long there is no point in going on.
  private static final long HOPELESS_NANOS = Duration.ofSeconds(10).toNanos();

  private final Scenario scenario;
  private final Target target;
  private final Progress progress;
  private final CountDownLatch interrupted;
  private final RunClock clock;
  private final LiveFleet fleet;
  private final Followers followers;
  private final LiveAudit audit;
  private final Books books;
  private final Ticker ticker;
  private final SelfWatch watch;
  private final long begin;

  Course(
      Scenario scenario,
      Target target,
      Progress progress,
      CountDownLatch interrupted,
      RunClock clock,
      LiveFleet fleet,
      Followers followers,
      LiveAudit audit) {
    this.scenario = scenario;
    this.target = target;
    this.progress = progress;
    this.interrupted = interrupted;
    this.clock = clock;
    this.fleet = fleet;
    this.followers = followers;
    this.audit = audit;
    List<Ledger> ledgers = new ArrayList<>(fleet.lanes().stream().map(Lane::ledger).toList());
    ledgers.addAll(followers.ledgers());
    this.books = new Books(ledgers);
    this.watch = new SelfWatch(fleet.lanes());
    this.ticker = new Ticker(books);
    this.begin = clock.nanos();
  }

  Result run() throws InterruptedException {
    Instant startedAt = Instant.now();
    Controls controls = followers.controls();
    fleet.start();
    if (controls != null) {
      controls.start(scenario.controlsPerSecond(), begin + scenario.growth().endNanos());
    }
    boolean broken = load(begin + scenario.duration().toNanos());
    progress.phase("settling");
    if (controls != null) {
      controls.stop();
    }
    fleet.heal();
    settle(broken ? SHORT_SETTLE_NANOS : scenario.settle().toNanos());
    double seconds = (clock.nanos() - begin) / 1e9;
    Facts facts = new Facts();
    watch.state(facts);
    String bottleneck = watch.bottleneck();
    progress.phase("auditing");
    List<LiveFleet.Account> accounts = fleet.accounts();
    facts.put(
        "connected",
        100.0 * accounts.stream().filter(LiveFleet.Account::up).count() / scenario.sockets());
    List<Difference> differences = audit.of(accounts);
    state(facts, differences);
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

  private void state(Facts facts, List<Difference> differences) {
    facts.put("audit.devices", audit.reach());
    facts.put("audit.differences", differences.size());
    followers.state(facts, differences);
    books.state(facts);
  }

  /// Whether somebody broke it off.
  private boolean load(long end) throws InterruptedException {
    for (long next = begin + SECOND; next < end + SECOND; next += SECOND) {
      long wait = Math.min(next, end) - clock.nanos();
      if (interrupted.await(Math.max(0, wait), TimeUnit.NANOSECONDS)) {
        return true;
      }
      tick();
      requireHope();
    }
    return false;
  }

  /// Waits until all are connected and answered, then lets nothing go by itself but the sessions
  /// and waits for the last answers: from then on nothing that is true changes any more.
  private void settle(long limit) throws InterruptedException {
    long begun = clock.nanos();
    long end = begun + limit;
    for (int look = 1;
        !(fleet.settled() && followers.arrived(clock.nanos() - begun)) && clock.nanos() < end;
        look++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      // The last faults cost some their connections only now, and those may be patient by then.
      fleet.networkBack();
      if (look % LOOKS_PER_TICK == 0) {
        tick();
      }
    }
    tick();
    fleet.freeze();
    while (!(fleet.settled() && fleet.quiet()) && clock.nanos() < end + SHORT_SETTLE_NANOS) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      fleet.networkBack();
    }
  }

  private void tick() {
    double seconds = (clock.nanos() - begin) / 1e9;
    Controls controls = followers.controls();
    long asked = controls == null ? 0 : controls.asked();
    Moment moment = ticker.tick(seconds, asked, watch.lagMillis(), watch.cpuPercent());
    double ofSeconds = Math.max(seconds, scenario.duration().toNanos() / 1e9);
    progress.moment(moment, ofSeconds, fleet.losses());
  }

  private void requireHope() {
    boolean none = books.counted(Count.CONNECTS) == 0;
    boolean failing = books.counted(Count.CONNECTS_FAILED) > 0;
    if (none && failing && clock.nanos() - begin > HOPELESS_NANOS) {
      throw new CannotRun(
          "no socket could connect to %s: %s".formatted(target.service(), fleet.losses()));
    }
  }
}
