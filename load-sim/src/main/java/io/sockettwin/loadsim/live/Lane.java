package io.sockettwin.loadsim.live;

import io.netty.channel.EventLoop;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.loadsim.time.Agenda;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/// One event loop and the sockets it owns: gives each its time when it has come.
final class Lane {

  /// What is due within this time is done together.
  private static final long GRAIN_NANOS = 1_000_000;

  private static final long LONGEST_SLEEP_NANOS = 100_000_000;
  private static final long LONGEST_LAG_MICROS = 60_000_000;

  private final EventLoop loop;
  private final RunClock clock;
  private final Ledger ledger;
  private final Agenda agenda;
  private final ConnectGate gate;
  private final List<MqttLink> links = new ArrayList<>();
  private final SingleWriterRecorder lagMicros = new SingleWriterRecorder(LONGEST_LAG_MICROS, 3);
  private volatile @Nullable Loss lastLoss;

  Lane(EventLoop loop, RunClock clock, Ledger ledger, int members, ConnectGate gate) {
    this.loop = loop;
    this.clock = clock;
    this.ledger = ledger;
    this.agenda = new Agenda(members);
    this.gate = gate;
  }

  EventLoop loop() {
    return loop;
  }

  RunClock clock() {
    return clock;
  }

  Ledger ledger() {
    return ledger;
  }

  ConnectGate gate() {
    return gate;
  }

  SingleWriterRecorder lagMicros() {
    return lagMicros;
  }

  /// Why the latest attempt to connect came to nothing; null if none did.
  @Nullable Loss lastLoss() {
    return lastLoss;
  }

  void failed(Loss loss) {
    lastLoss = loss;
  }

  /// The place of a link among those of this lane.
  int add(MqttLink link) {
    links.add(link);
    return links.size() - 1;
  }

  void start() {
    loop.execute(() -> {
      for (int i = 0; i < links.size(); i++) {
        agenda.set(i, links.get(i).dueAt());
      }
      sleepFrom(clock.nanos());
    });
  }

  /// To be called when something has changed what is due for a link.
  void touched(int place) {
    agenda.set(place, links.get(place).dueAt());
  }

  /// Does something with every socket, once it has done what was due before.
  Future<?> each(ObjLongConsumer<VirtualSocket> deed) {
    return loop.submit(() -> {
      long now = clock.nanos();
      for (int i = 0; i < links.size(); i++) {
        links.get(i).timeHasCome(now);
        deed.accept(links.get(i).socket(), now);
        touched(i);
      }
    });
  }

  /// Asks all sockets, on their own thread.
  <T> CompletableFuture<T> ask(Function<List<VirtualSocket>, T> question) {
    List<VirtualSocket> sockets = links.stream().map(MqttLink::socket).toList();
    return CompletableFuture.supplyAsync(() -> question.apply(sockets), loop);
  }

  void close() {
    loop.execute(() -> links.forEach(MqttLink::hangUp));
  }

  private void wake(long expected) {
    long now = clock.nanos();
    lagMicros.recordValue(Math.clamp((now - expected) / 1_000, 0, LONGEST_LAG_MICROS));
    while (agenda.nextDue() <= now) {
      int place = agenda.take();
      links.get(place).timeHasCome(now);
      touched(place);
      now = clock.nanos();
    }
    sleepFrom(now);
  }

  private void sleepFrom(long now) {
    long until = Math.clamp(agenda.nextDue(), now + GRAIN_NANOS, now + LONGEST_SLEEP_NANOS);
    var _ = loop.schedule(() -> wake(until), until - now, TimeUnit.NANOSECONDS);
  }
}
