package io.sockettwin.service.energy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a kWh costs, and when.
///
/// @param currency ISO 4217
/// @param rates in the order of their days
record Tariff(String currency, List<Rate> rates) {
  Tariff {
    rates = List.copyOf(rates);
  }

  /// The prices from a day on, until the next rate's.
  ///
  /// @param pricePerKwh outside of all bands
  /// @param bands the first that holds a moment counts
  record Rate(LocalDate validFrom, BigDecimal pricePerKwh, List<Band> bands) {
    Rate {
      bands = List.copyOf(bands);
    }

    BigDecimal price(ZonedDateTime at) {
      return bands.stream()
          .filter(band -> band.holds(at))
          .findFirst()
          .map(Band::pricePerKwh)
          .orElse(pricePerKwh);
    }
  }

  /// Hours of the day with a price of their own. A band that ends before it begins, or when it
  /// begins, goes on into the next day.
  ///
  /// @param days on which it begins; all if empty
  record Band(Set<DayOfWeek> days, LocalTime from, LocalTime to, BigDecimal pricePerKwh) {
    Band {
      days = Set.copyOf(days);
    }

    boolean holds(ZonedDateTime at) {
      LocalTime time = at.toLocalTime();
      DayOfWeek day = at.getDayOfWeek();
      if (from.isBefore(to)) {
        return on(day) && !time.isBefore(from) && time.isBefore(to);
      }
      return (on(day) && !time.isBefore(from)) || (on(day.minus(1)) && time.isBefore(to));
    }

    private boolean on(DayOfWeek day) {
      return days.isEmpty() || days.contains(day);
    }
  }

  /// The price at a moment in the device's time zone; empty before the first rate.
  Optional<BigDecimal> price(ZonedDateTime at) {
    LocalDate day = at.toLocalDate();
    return rates.reversed().stream()
        .filter(rate -> !rate.validFrom().isAfter(day))
        .findFirst()
        .map(rate -> rate.price(at));
  }
}
