package io.sockettwin.service.energy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sums quarters of an hour up to periods, each at its price.
final class Bill {
  private final Period period;
  private final ZoneId zone;
  private final @Nullable Tariff tariff;
  private final Instant to;
  private final List<Item> items = new ArrayList<>();
  private Instant start;
  private Instant end;
  private long milliwattHours;
  private long unpricedMilliwattHours;
  private BigDecimal cost = BigDecimal.ZERO;

  /// What was used in a period.
  ///
  /// @param cost of what has a price
  /// @param unpricedMilliwattHours without a tariff, or before its first rate
  record Item(
      Instant from,
      Instant to,
      long milliwattHours,
      BigDecimal cost,
      long unpricedMilliwattHours) {}

  /// @param from the start of the first period
  /// @param to the end of the last
  Bill(Period period, ZoneId zone, @Nullable Tariff tariff, Instant from, Instant to) {
    this.period = period;
    this.zone = zone;
    this.tariff = tariff;
    this.to = to;
    start = from;
    end = period.next(from, zone);
  }

  /// Quarters come in the order of time.
  void add(Quarter quarter) {
    while (!quarter.start().isBefore(end)) {
      close();
    }
    milliwattHours += quarter.milliwattHours();
    Optional<BigDecimal> price =
        tariff == null ? Optional.empty() : tariff.price(quarter.start().atZone(zone));
    if (price.isEmpty()) {
      unpricedMilliwattHours += quarter.milliwattHours();
    } else {
      // Six decimal places are a milliwatt-hour's share of a kWh.
      BigDecimal kwh = BigDecimal.valueOf(quarter.milliwattHours(), 6);
      cost = cost.add(kwh.multiply(price.get()));
    }
  }

  /// All periods, those without use too.
  List<Item> items() {
    while (start.isBefore(to)) {
      close();
    }
    return List.copyOf(items);
  }

  private void close() {
    items.add(new Item(start, end, milliwattHours, cost, unpricedMilliwattHours));
    start = end;
    end = period.next(start, zone);
    milliwattHours = 0;
    unpricedMilliwattHours = 0;
    cost = BigDecimal.ZERO;
  }
}
