package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.check.Audit;
import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Page;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.check.Truth;
import io.sockettwin.loadsim.fleet.Fleet;
import io.sockettwin.loadsim.fleet.Lives;
import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.loadsim.fleet.World;
import io.sockettwin.loadsim.report.Curve;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.Ticker;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.loadsim.time.Ramp;
import io.sockettwin.thing.DataTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/// A scenario in virtual time: fleet, network and twins on one thread, the same to the last bit for
/// the same seed.
public final class WarpRun {

  /// Where all runs begin, a Monday.
  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  static final String PRODUCT = "WARPSOCKET";
  private static final String RUN = "w";

  /// A run is looked at so often, for its plots and whoever waits.
  private static final int LOOKS = 240;

  private final Scenario scenario;
  private final Cloud cloud;
  private final LongConsumer progress;
  private final List<VirtualSocket> sockets = new ArrayList<>();
  private final Agenda agenda;
  private final WarpNetwork network;
  private final WarpFollowers followers;
  private final Books books;
  private final Ticker ticker;
  private long now;
  private long nextLook;

  /// @param progress told now and then how many nanoseconds have passed
  public WarpRun(Scenario scenario, Cloud cloud, Trace trace, LongConsumer progress) {
    this.scenario = scenario;
    this.cloud = cloud;
    this.progress = progress;
    this.agenda = new Agenda(scenario.sockets());
    SplittableRandom dice = new SplittableRandom(scenario.seed());
    this.network = new WarpNetwork(START, cloud, agenda, dice.split());
    this.followers =
        new WarpFollowers(
            new WarpControls(
                scenario.controlsPerSecond(), scenario.growth().endNanos(), network, dice.split()),
            new WarpAlarms(START),
            scenario.timers() == null ? null : new WarpTimers(scenario.timers(), network));
    Ledger ledger = followers.ledger();
    this.books = new Books(List.of(ledger));
    this.ticker = new Ticker(books);
    World world =
        new World(
            START, scenario.seed(), scenario.household(), scenario.faults(), new Lives(RUN), trace);
    Ramp growth = scenario.growth();
    for (Member member :
        Fleet.of(Fleet.devices(PRODUCT, RUN, scenario.sockets()), scenario::make)) {
      add(new VirtualSocket(member, world, new Page(ledger), growth.startNanos(member.number())));
    }
  }

  /// The twins as a service keeps them.
  public static Cloud twins(DataTemplate template) {
    return new TwinCloud(template);
  }

  public Result run() {
    Instant startedAt = Instant.now();
    long end = scenario.duration().toNanos();
    until(end);
    for (VirtualSocket socket : sockets) {
      socket.heal(end);
      agenda.set(socket.member().number(), socket.dueAt());
    }
    settle(end + scenario.settle().toNanos());
    while (network.nextDue() != Agenda.NEVER) {
      deliver(network.nextDue());
    }
    return result(startedAt);
  }

  private void add(VirtualSocket socket) {
    WarpLink link = new WarpLink(network, socket);
    socket.attach(link);
    followers.add(link);
    sockets.add(socket);
    agenda.set(socket.member().number(), socket.dueAt());
  }

  private void until(long end) {
    while (true) {
      long next = Math.min(agenda.nextDue(), Math.min(network.nextDue(), followers.nextDue()));
      if (next > end) {
        return;
      }
      if (next >= nextLook) {
        nextLook = next + scenario.duration().toNanos() / LOOKS;
        ticker.tick(next / 1e9, followers.controls().asked(), 0, 0);
        progress.accept(next);
      }
      step(next);
    }
  }

  private void step(long next) {
    if (network.nextDue() == next) {
      deliver(next);
    } else if (agenda.nextDue() == next) {
      time(next);
      VirtualSocket socket = sockets.get(agenda.take());
      socket.timeHasCome(next);
      agenda.set(socket.member().number(), socket.dueAt());
    } else {
      time(next);
      followers.timeHasCome(next);
    }
  }

  /// Nothing goes wrong any more, and the service has time to answer what it owes.
  private void settle(long limit) {
    followers.controls().stop();
    long second = Duration.ofSeconds(1).toNanos();
    for (long at = now + second; at <= limit && !settled(); at += second) {
      until(at);
      time(at);
      for (VirtualSocket socket : sockets) {
        socket.networkBack(at);
        agenda.set(socket.member().number(), socket.dueAt());
      }
    }
  }

  private boolean settled() {
    return sockets.stream().allMatch(VirtualSocket::settled);
  }

  private void deliver(long at) {
    time(at);
    network.deliver();
  }

  private void time(long at) {
    now = at;
    network.now(at);
  }

  private Result result(Instant startedAt) {
    List<Difference> differences = new ArrayList<>();
    for (VirtualSocket socket : sockets) {
      Member member = socket.member();
      int most = member.make().firmware() ? Audit.FIRMWARE_EVENTS_PER_TRIP : 1;
      Truth truth = socket.close();
      differences.addAll(
          new Audit(scenario.lateAfter(), most)
              .compare(member.device(), truth, socket.up(), seen(member)));
    }
    differences.addAll(followers.controls().lost());
    Facts facts = new Facts();
    books.state(facts);
    facts.put(
        "connected", 100.0 * sockets.stream().filter(VirtualSocket::up).count() / sockets.size());
    facts.put("audit.differences", differences.size());
    facts.put("audit.devices", sockets.size());
    followers.state(facts, differences);
    return new Result(
        scenario.name(),
        scenario.seed(),
        "twins in virtual time",
        startedAt,
        now / 1e9,
        sockets.size(),
        false,
        null,
        facts.all(),
        Curve.of(books),
        ticker.moments(),
        differences,
        scenario.expectations().stream().map(expectation -> expectation.check(facts)).toList());
  }

  private Seen seen(Member member) {
    Cloud.Kept kept = cloud.kept(member.device());
    // A flashed device's events are too many to tell a repeated one from a new one.
    OptionalLong overcurrents =
        member.make().firmware() ? OptionalLong.empty() : OptionalLong.of(kept.overcurrents());
    return new Seen(
        true,
        cloud.reported(member.device()),
        OptionalLong.of(kept.reports()),
        overcurrents,
        followers.alarmsOf(member, kept),
        followers.timerOf(member, kept));
  }
}
