package io.sockettwin.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldersTest {
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  private Holders holders = Holders.NOBODY;
  private Instant now = START;

  private void connect(String address) {
    holders = holders.connected(address, now);
    now = now.plusSeconds(1);
  }

  private void oust(String address) {
    holders = holders.takenOver(now);
    connect(address);
  }

  @Test
  void aDeviceThatMovedTakesItselfOverOnce() {
    connect("192.0.2.1");
    oust("198.51.100.2");
    assertThat(holders.evidence()).isEmpty();
  }

  @Test
  void twoAddressesThatOustEachOtherAreTwoHolders() {
    connect("192.0.2.1");
    oust("198.51.100.2");
    oust("192.0.2.1");
    assertThat(holders.evidence()).contains("in turn from 192.0.2.1 and 198.51.100.2");
  }

  @Test
  void behindOneAddressTheLoopItselfIsTheEvidence() {
    connect("192.0.2.1");
    oust("192.0.2.1");
    oust("192.0.2.1");
    assertThat(holders.evidence()).isEmpty();
    oust("192.0.2.1");
    assertThat(holders.evidence()).contains("connections oust each other");
  }

  @Test
  void whatIsLongAgoDoesNotCount() {
    connect("192.0.2.1");
    for (int i = 0; i < 10; i++) {
      now = now.plus(Holders.WINDOW);
      oust(i % 2 == 0 ? "198.51.100.2" : "192.0.2.1");
      assertThat(holders.evidence()).isEmpty();
    }
  }

  @Test
  void remembersOnlyTheLatest() {
    for (int i = 0; i < 100; i++) {
      oust("192.0.2." + i);
    }
    assertThat(holders.connects()).hasSize(Holders.MAX_KEPT);
    assertThat(holders.takeovers()).hasSize(Holders.MAX_KEPT);
  }
}
