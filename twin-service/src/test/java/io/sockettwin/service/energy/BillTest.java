package io.sockettwin.service.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long KWH = Meter.MILLIWATT_HOURS_PER_KWH;

  private static Instant midnight(String day) {
    return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
  }

  /// A quarter of a kWh in each quarter of an hour.
  private static List<Bill.Item> bill(
      Period period, ZoneId zone, @Nullable Tariff tariff, Instant from, Instant to) {
    Bill bill = new Bill(period, zone, tariff, from, to);
    for (Instant at = from; at.isBefore(to); at = at.plus(Quarter.LENGTH)) {
      bill.add(new Quarter(at, KWH / 4));
    }
    return bill.items();
  }

  private static Tariff flat(String price) {
    return new Tariff(
        "EUR",
        List.of(new Tariff.Rate(LocalDate.of(2020, 1, 1), new BigDecimal(price), List.of())));
  }

  @Test
  void dayHas23HoursInSpringAnd25InAutumn() {
    var spring =
        bill(Period.DAY, BERLIN, flat("0.30"), midnight("2026-03-28"), midnight("2026-03-31"));
    assertThat(spring)
        .extracting(Bill.Item::milliwattHours)
        .containsExactly(24 * KWH, 23 * KWH, 24 * KWH);
    var autumn =
        bill(Period.DAY, BERLIN, flat("0.30"), midnight("2026-10-24"), midnight("2026-10-27"));
    assertThat(autumn)
        .extracting(Bill.Item::milliwattHours)
        .containsExactly(24 * KWH, 25 * KWH, 24 * KWH);
    assertThat(autumn.get(1).cost()).isEqualByComparingTo("7.50");
  }

  @Test
  void hoursOfTheSameNameInAutumnAreTwo() {
    var hours = bill(Period.HOUR, BERLIN, null, midnight("2026-10-25"), midnight("2026-10-26"));
    assertThat(hours).hasSize(25).allMatch(it -> it.milliwattHours() == KWH);
    assertThat(hours.get(2).from().atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(2, 0));
    assertThat(hours.get(3).from().atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(2, 0));
  }

  @Test
  void monthWithBothKindsOfDays() {
    var months = bill(Period.MONTH, BERLIN, null, midnight("2026-03-01"), midnight("2026-05-01"));
    assertThat(months)
        .extracting(Bill.Item::milliwattHours)
        .containsExactly((31 * 24 - 1) * KWH, 30 * 24 * KWH);
  }

  @Test
  void hoursGoOnWhereTheClockMovesByHalfAnHour() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    Instant from = LocalDate.of(2026, 4, 4).atStartOfDay(lordHowe).toInstant();
    Instant to = LocalDate.of(2026, 4, 6).atStartOfDay(lordHowe).toInstant();
    var hours = bill(Period.HOUR, lordHowe, null, from, to);
    assertThat(hours.stream().mapToLong(Bill.Item::milliwattHours).sum())
        .isEqualTo(Duration.between(from, to).toMinutes() * KWH / 60);
    assertThat(hours.getLast().to()).isAfterOrEqualTo(to);
  }

  @Test
  void nightBandGoesOverMidnight() {
    Tariff.Band night =
        new Tariff.Band(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0), new BigDecimal("0.10"));
    Tariff tariff = withBand(night);
    var day = bill(Period.DAY, BERLIN, tariff, midnight("2026-11-25"), midnight("2026-11-26"));
    assertThat(day.getFirst().cost()).isEqualByComparingTo("5.60"); // 8 at 0.10, 16 at 0.30
  }

  @Test
  void bandOfFridayHoldsUntilSaturdayMorning() {
    Tariff.Band friday =
        new Tariff.Band(
            Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), BigDecimal.ZERO);
    var days =
        bill(Period.DAY, BERLIN, withBand(friday), midnight("2026-11-27"), midnight("2026-11-29"));
    assertThat(days.get(0).cost()).isEqualByComparingTo("6.60"); // two hours free
    assertThat(days.get(1).cost()).isEqualByComparingTo("5.40"); // six hours free
  }

  private static Tariff withBand(Tariff.Band band) {
    return new Tariff(
        "EUR",
        List.of(new Tariff.Rate(LocalDate.of(2020, 1, 1), new BigDecimal("0.30"), List.of(band))));
  }

  @Test
  void newRateHoldsFromItsLocalDayAndBeforeTheFirstThereIsNoPrice() {
    Tariff tariff =
        new Tariff(
            "EUR",
            List.of(
                new Tariff.Rate(LocalDate.of(2026, 11, 25), new BigDecimal("0.30"), List.of()),
                new Tariff.Rate(LocalDate.of(2026, 11, 26), new BigDecimal("0.40"), List.of())));
    var days = bill(Period.DAY, BERLIN, tariff, midnight("2026-11-24"), midnight("2026-11-27"));
    assertThat(days.get(0).unpricedMilliwattHours()).isEqualTo(24 * KWH);
    assertThat(days.get(0).cost()).isEqualByComparingTo("0");
    assertThat(days.get(1).cost()).isEqualByComparingTo("7.20");
    assertThat(days.get(2).cost()).isEqualByComparingTo("9.60");
  }

  @Test
  void periodsWithoutUseAreThereToo() {
    Bill bill = new Bill(Period.DAY, BERLIN, null, midnight("2026-11-01"), midnight("2026-11-11"));
    bill.add(new Quarter(midnight("2026-11-05"), 5));
    assertThat(bill.items()).hasSize(10);
    assertThat(bill.items().get(4).milliwattHours()).isEqualTo(5);
  }
}
