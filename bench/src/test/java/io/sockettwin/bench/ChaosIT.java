package io.sockettwin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is killed, what was acknowledged is there. Takes minutes, so it runs on demand:
/// `-Dchaos.rounds=20`, with `-Dchaos.seed=...` for another course of events.
@EnabledIfSystemProperty(named = "chaos.rounds", matches = "\\d+")
class ChaosIT {
  private static final int DEVICES = 100;
  private static final int REPORTS_PER_SECOND = 1_000;

  private static final int ROUNDS = Integer.getInteger("chaos.rounds", 0);
  private static final long SEED = Long.getLong("chaos.seed", 20261125);

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostWithTheBrokerInside() throws Exception {
    run(false);
  }

  @Test
  void nothingAcknowledgedIsLostWithTheBrokerApart() throws Exception {
    run(true);
  }

  private void run(boolean brokerApart) throws Exception {
    try (Site site = new Site(Path.of(".."), folder, brokerApart, List.of("-Xmx512m"));
        Rest rest = site.rest()) {
      site.start();
      List<Identity> devices = new Registrar(folder.resolve("devices.txt")).devices(rest, DEVICES);
      try (ChaosFleet fleet = new ChaosFleet(site.address(), devices, REPORTS_PER_SECOND)) {
        Chaos.Verdict verdict = new Chaos(site, fleet, devices, SEED).run(ROUNDS);
        verdict.kills().forEach(System.out::println);
        System.out.printf(
            "seed %d: %d messages sent, %d reports and %d events answered, %d controls accepted, %d arrived%n",
            SEED,
            verdict.told().sent(),
            verdict.told().answeredReports().cardinality(),
            verdict.told().answeredEvents().cardinality(),
            verdict.controls(),
            verdict.told().controls().size());
        assertThat(verdict.findings()).isEqualTo(Findings.NONE);
        assertThat(verdict.told().answeredEvents().cardinality()).isPositive();
        assertThat(verdict.controls()).isPositive();
      }
    }
  }
}
