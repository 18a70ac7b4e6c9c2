package io.sockettwin.service.energy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a device used, as REST tells it.
///
/// @param lifetimeKwh over every reset and replacement; never falls
/// @param counterJumps how often the device's own counter began anew or stood elsewhere
/// @param readAt the time of the last reading
/// @param unpricedKwh that no tariff has a price for, and that is not in the cost
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnergyView(
    String productId,
    String name,
    ZoneId timeZone,
    BigDecimal lifetimeKwh,
    long counterJumps,
    @Nullable Instant readAt,
    String period,
    @Nullable String tariff,
    @Nullable String currency,
    BigDecimal kwh,
    @Nullable BigDecimal cost,
    BigDecimal unpricedKwh,
    List<PeriodView> periods) {

  /// @param from with the offset of the device's time zone
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PeriodView(
      OffsetDateTime from, OffsetDateTime to, BigDecimal kwh, @Nullable BigDecimal cost) {

    static PeriodView of(Bill.Item item, ZoneId zone, boolean priced) {
      return new PeriodView(
          item.from().atZone(zone).toOffsetDateTime(),
          item.to().atZone(zone).toOffsetDateTime(),
          EnergyView.kwh(item.milliwattHours()),
          priced ? EnergyView.money(item.cost()) : null);
    }
  }

  static BigDecimal kwh(long milliwattHours) {
    return BigDecimal.valueOf(milliwattHours, 6);
  }

  /// A millionth of the currency: the cost of an hour at rest is no more.
  static BigDecimal money(BigDecimal amount) {
    return amount.setScale(6, RoundingMode.HALF_EVEN);
  }
}
