package io.sockettwin.service.energy;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Property;
import io.sockettwin.thing.PropertyType.FloatType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a product's counter can do: where it begins anew, and how fast it can run. Both stand in
/// the data template (protocol section 13).
record Meter(long rollOverMilliwattHours, long maxMilliwatts) {
  static final String PROPERTY = "total_kwh";
  private static final String POWER_PROPERTY = "active_power";

  static final long MILLIWATT_HOURS_PER_KWH = 1_000_000;

  /// The default of the socket, for products without a property for power.
  private static final long DEFAULT_MAX_MILLIWATTS = 4_000_000;

  /// Counters are float32 in devices: at 10 000 kWh their steps are 0.98 Wh.
  static final long NOISE_MILLIWATT_HOURS = 2_000;

  /// Power is calibrated apart from energy and reads up to 0.6 % off (firmware M18), and the clocks
  /// of two reports may differ.
  private static final double TOLERANCE = 1.1;

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /// The meter of products that have one.
  static Optional<Meter> of(DataTemplate template) {
    return range(template, PROPERTY)
        .map(energy ->
            new Meter(
                thousands(energy.max(), 2),
                range(template, POWER_PROPERTY)
                    .map(power -> thousands(power.max(), 1))
                    .orElse(DEFAULT_MAX_MILLIWATTS)));
  }

  private static Optional<FloatType> range(DataTemplate template, String id) {
    Property property = template.properties().get(id);
    return property != null && property.type() instanceof FloatType range
        ? Optional.of(range)
        : Optional.empty();
  }

  private static long thousands(BigDecimal number, int times) {
    return number.movePointRight(3 * times).min(BigDecimal.valueOf(Long.MAX_VALUE / 4)).longValue();
  }

  /// Whether so much can have been used in this time.
  boolean isPossible(long milliwattHours, Instant from, Instant to) {
    double hours = Duration.between(from, to).plus(CLOCK_TOLERANCE).toMillis() / 3.6e6;
    return milliwattHours <= NOISE_MILLIWATT_HOURS + maxMilliwatts * TOLERANCE * hours;
  }

  /// Whether the later reading goes on from the earlier one.
  boolean continues(Reading earlier, Reading later) {
    long more = later.milliwattHours() - earlier.milliwattHours();
    return more >= -NOISE_MILLIWATT_HOURS && isPossible(more, earlier.at(), later.at());
  }
}
