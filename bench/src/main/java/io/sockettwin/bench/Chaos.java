package io.sockettwin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// Kills the service, its database or its broker at random moments under load, again and again from
/// a seed, and then asks whether everything that was acknowledged is there.
final class Chaos {
  private static final Duration LONGEST_CALM = Duration.ofSeconds(4);
  private static final Duration CONTROL_EVERY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);

  private enum Victim {
    SERVICE,
    DATABASE,
    BROKER
  }

  private final Site site;
  private final ChaosFleet fleet;
  private final List<Identity> devices;
  private final Random random;
  private final List<Victim> victims;

  /// Controls that REST accepted, with their devices.
  private final Map<String, String> controls = new ConcurrentHashMap<>();

  Chaos(Site site, ChaosFleet fleet, List<Identity> devices, long seed) {
    this.site = site;
    this.fleet = fleet;
    this.devices = devices;
    this.random = new Random(seed);
    this.victims =
        site.isBrokerApart() ? List.of(Victim.values()) : List.of(Victim.SERVICE, Victim.DATABASE);
  }

  /// What was found in the end.
  ///
  /// @param kills one line for each round
  record Verdict(List<String> kills, ChaosFleet.Told told, int controls, Findings findings) {}

  Verdict run(int rounds) throws Exception {
    List<String> kills = new ArrayList<>();
    Thread controller = Thread.ofVirtual().start(this::control);
    awaitAnswers(1_000);
    for (int round = 0; round < rounds; round++) {
      Thread.sleep(random.nextLong(LONGEST_CALM.toMillis()));
      Victim victim = victims.get(random.nextInt(victims.size()));
      long before = fleet.told().answeredReports().cardinality();
      long began = System.nanoTime();
      kill(victim);
      awaitAnswers(before + 1_000);
      kills.add(
          "round %d: %s killed after %d answers, 1 000 more after %.1f s"
              .formatted(round + 1, victim, before, (System.nanoTime() - began) / 1e9));
    }
    controller.interrupt();
    controller.join();
    fleet.quiet();
    ChaosFleet.Told told = settled();
    return new Verdict(kills, told, controls.size(), Findings.of(site.database(), told, controls));
  }

  private void kill(Victim victim) throws InterruptedException {
    switch (victim) {
      case SERVICE -> {
        site.service().kill();
        site.startService();
      }
      case DATABASE -> site.database().server().orElseThrow().destroyForcibly();
      case BROKER -> {
        site.broker().kill();
        site.startBroker();
      }
    }
  }

  private void awaitAnswers(long number) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (fleet.told().answeredReports().cardinality() < number) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no answers for " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(POLL);
    }
  }

  /// Until nothing more is told for a while.
  private ChaosFleet.Told settled() throws Exception {
    ChaosFleet.Told last = fleet.told();
    while (true) {
      Thread.sleep(Duration.ofSeconds(3));
      ChaosFleet.Told now = fleet.told();
      if (now.equals(last)) {
        return now;
      }
      last = now;
    }
  }

  /// What is refused meanwhile was not acknowledged.
  private void control() {
    Random which = new Random(random.nextLong());
    try (Rest rest = site.rest()) {
      while (!Thread.currentThread().isInterrupted()) {
        String device = devices.get(which.nextInt(devices.size())).key().toString();
        try {
          controls.put(rest.control(device, "{\"power_switch\":1}"), device);
        } catch (RuntimeException e) {
          // Away at the moment.
        }
        Thread.sleep(CONTROL_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
