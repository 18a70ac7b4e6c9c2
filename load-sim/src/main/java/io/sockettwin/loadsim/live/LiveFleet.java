package io.sockettwin.loadsim.live;

import io.netty.channel.nio.NioEventLoopGroup;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Page;
import io.sockettwin.loadsim.check.Truth;
import io.sockettwin.loadsim.fleet.Fleet;
import io.sockettwin.loadsim.fleet.Lives;
import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.loadsim.fleet.World;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.time.Ramp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;

/// All sockets of a run, shared out to the event loops.
final class LiveFleet implements AutoCloseable {

  /// What one socket says at the end.
  record Account(Member member, Truth truth, boolean up) {}

  private final NioEventLoopGroup loops;
  private final List<Lane> lanes = new ArrayList<>();
  private final int sockets;

  LiveFleet(
      Scenario scenario,
      String runId,
      RunClock clock,
      Wiring wiring,
      int loopCount,
      Ledger.Ear ear,
      Trace trace) {
    this.loops = new NioEventLoopGroup(loopCount);
    this.sockets = scenario.sockets();
    World world =
        new World(
            clock.start(),
            scenario.seed(),
            scenario.household(),
            scenario.faults(),
            new Lives(runId),
            trace);
    for (int i = 0; i < loopCount; i++) {
      int members = (sockets + loopCount - 1 - i) / loopCount;
      ConnectGate gate = new ConnectGate(scenario.connectsPerSecond() / loopCount);
      lanes.add(new Lane(loops.next(), clock, new Ledger(ear), members, gate));
    }
    Ramp growth = scenario.growth();
    long begin = clock.nanos();
    for (Member member : Fleet.of(wiring.identities().devices(), scenario::make)) {
      Lane lane = lanes.get(member.number() % loopCount);
      long powerAt = begin + growth.startNanos(member.number());
      Page page = new Page(lane.ledger());
      var _ = new MqttLink(new VirtualSocket(member, world, page, powerAt), lane, wiring);
    }
  }

  List<Lane> lanes() {
    return lanes;
  }

  void start() {
    lanes.forEach(Lane::start);
  }

  /// Nothing goes wrong any more and nobody touches anything.
  void heal() throws InterruptedException {
    each(VirtualSocket::heal);
  }

  /// Nobody waits any longer before the next attempt to connect.
  void networkBack() throws InterruptedException {
    each(VirtualSocket::networkBack);
  }

  /// From now on only the sessions go on.
  void freeze() throws InterruptedException {
    each((socket, _) -> socket.freeze());
  }

  boolean settled() throws InterruptedException {
    return count(all -> all.stream().filter(VirtualSocket::settled).count()) == sockets;
  }

  boolean quiet() throws InterruptedException {
    return count(all -> all.stream().filter(VirtualSocket::quiet).count()) == sockets;
  }

  /// Closes the books of all sockets.
  List<Account> accounts() throws InterruptedException {
    Map<Integer, Account> accounts = new ConcurrentHashMap<>();
    for (Lane lane : lanes) {
      await(
          lane.ask(all -> {
            all.forEach(socket ->
                accounts.put(
                    socket.member().number(),
                    new Account(socket.member(), socket.close(), socket.up())));
            return all.size();
          }));
    }
    return accounts.values().stream()
        .sorted(Comparator.comparingInt(account -> account.member().number()))
        .toList();
  }

  /// Why attempts to connect fail, if they do.
  String losses() {
    return lanes.stream()
        .map(Lane::lastLoss)
        .filter(Objects::nonNull)
        .map(Loss::sentence)
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    lanes.forEach(Lane::close);
    var _ =
        loops.shutdownGracefully(100, 5_000, TimeUnit.MILLISECONDS).awaitUninterruptibly(10_000);
  }

  private void each(ObjLongConsumer<VirtualSocket> deed) throws InterruptedException {
    for (Future<?> done : lanes.stream().map(lane -> lane.each(deed)).toList()) {
      await(done);
    }
  }

  private long count(ToLongFunction<List<VirtualSocket>> question) throws InterruptedException {
    long sum = 0;
    for (Lane lane : lanes) {
      sum += await(lane.ask(question::applyAsLong));
    }
    return sum;
  }

  private static <T> T await(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a lane has failed", e.getCause());
    }
  }
}
