package io.sockettwin.bench;

import io.sockettwin.bench.Site.Usages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Measures the service: how many reports it commits and answers a second, at what cost and with
/// what delay, and beside it what the machine can do at best.
public final class Main {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Duration DRAIN_LIMIT = Duration.ofMinutes(1);
  private static final int WARM_UP_RATE = 3_000;

  private final Settings settings;

  private Main(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    new Main(Settings.read(System.getProperties())).run();
  }

  private void run() throws Exception {
    System.out.println(settings);
    System.out.println(Figure.HEADER);
    for (int devices : settings.devices()) {
      try (Site site = site();
          Rest rest = site.rest()) {
        site.start();
        List<Identity> identities =
            new Registrar(settings.folder().resolve("devices.txt")).devices(rest, devices);
        try (LoadFleet fleet = new LoadFleet(site.address(), identities)) {
          fleet.connect();
          fleet.offer(WARM_UP_RATE);
          Thread.sleep(settings.warmUp());
          for (int rate : settings.rates()) {
            System.out.println(measured(site, fleet, devices, rate));
            drain(fleet);
          }
        }
        if (settings.yardsticks() && devices == settings.devices().getLast()) {
          System.out.printf("COPY %.0f rows/s%n", Yardsticks.copy(site.database()));
          System.out.printf("upsert %.0f rows/s%n", Yardsticks.upsert(site.database()));
        }
      }
    }
    if (settings.yardsticks()) {
      Site site = site();
      List<Identity> devices =
          new Registrar(settings.folder().resolve("devices.txt"))
              .known(settings.devices().getFirst());
      System.out.printf("fan-in %.0f messages/s%n", Yardsticks.fanIn(site, devices));
    }
  }

  private Site site() {
    return new Site(settings.tree(), settings.folder(), settings.brokerApart(), settings.options());
  }

  private Figure measured(Site site, LoadFleet fleet, int devices, int rate) throws Exception {
    fleet.offer(rate);
    Thread.sleep(SETTLE);
    Usages before = site.usages();
    long answered = fleet.answered.sum();
    long heldBack = fleet.heldBack.sum();
    fleet.forgetLatencies();
    long began = System.nanoTime();
    Thread.sleep(settings.time());
    double seconds = (System.nanoTime() - began) / 1e9;
    Usages at = site.usages();
    Histogram latencies = fleet.latencies();
    Figure figure =
        new Figure(
            devices,
            rate,
            (fleet.answered.sum() - answered) / seconds,
            (fleet.heldBack.sum() - heldBack) / seconds,
            latencies,
            seconds,
            at.minus(before),
            at,
            fleet.outstanding());
    fleet.offer(0);
    return figure;
  }

  /// What is under way belongs to the rate before.
  private static void drain(LoadFleet fleet) throws InterruptedException {
    long end = System.nanoTime() + DRAIN_LIMIT.toNanos();
    while (fleet.outstanding() > 0 && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }
}
