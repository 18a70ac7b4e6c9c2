package io.sockettwin.service.energy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A tariff as somebody writes it.
record TariffDraft(
    @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code like EUR")
        String currency,
    @NotEmpty @Size(max = TariffDraft.MAX_RATES) List<@NotNull @Valid RateDraft> rates) {
  static final int MAX_RATES = 100;
  static final int MAX_BANDS = 48;

  record RateDraft(
      @NotNull LocalDate validFrom,
      @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6)
          BigDecimal pricePerKwh,
      @Nullable @Size(max = TariffDraft.MAX_BANDS) List<@NotNull @Valid BandDraft> bands) {

    Tariff.Rate rate() {
      return new Tariff.Rate(
          validFrom,
          pricePerKwh,
          bands == null ? List.of() : bands.stream().map(BandDraft::band).toList());
    }
  }

  record BandDraft(
      @Nullable Set<@NotNull DayOfWeek> days,
      @NotNull LocalTime from,
      @NotNull LocalTime to,
      @NotNull @DecimalMin("0") @DecimalMax("1000000") @Digits(integer = 7, fraction = 6)
          BigDecimal pricePerKwh) {

    Tariff.Band band() {
      return new Tariff.Band(days == null ? Set.of() : days, from, to, pricePerKwh);
    }

    boolean isOnQuarters() {
      return isOnQuarter(from) && isOnQuarter(to);
    }

    private static boolean isOnQuarter(LocalTime time) {
      return time.toNanoOfDay() % Quarter.LENGTH.toNanos() == 0;
    }
  }

  /// The tariff, its rates in the order of their days.
  Tariff tariff() {
    return new Tariff(
        currency,
        rates.stream()
            .map(RateDraft::rate)
            .sorted(Comparator.comparing(Tariff.Rate::validFrom))
            .toList());
  }

  /// The first band that begins or ends within a quarter of an hour: energy is not known finer.
  Optional<String> unevenBand() {
    for (int rate = 0; rate < rates.size(); rate++) {
      List<BandDraft> bands = rates.get(rate).bands();
      for (int band = 0; bands != null && band < bands.size(); band++) {
        if (!bands.get(band).isOnQuarters()) {
          return Optional.of("rates[" + rate + "].bands[" + band + "]");
        }
      }
    }
    return Optional.empty();
  }

  /// Whether two rates begin on the same day.
  boolean repeatsADay() {
    return rates.stream().map(RateDraft::validFrom).distinct().count() < rates.size();
  }
}
