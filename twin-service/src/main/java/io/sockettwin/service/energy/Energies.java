package io.sockettwin.service.energy;

import io.sockettwin.service.device.HardwareReplaced;
import io.sockettwin.service.energy.EnergyView.PeriodView;
import io.sockettwin.service.energy.Tariffs.NamedTariff;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.telemetry.Params;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What devices used and what it cost.
@Singleton
public class Energies {
  /// A year of hours.
  static final int MAX_PERIODS = 9_000;

  private final EnergyReader reader;
  private final Tariffs tariffs;
  private final TimeZones zones;
  private final Twins twins;

  Energies(EnergyReader reader, Tariffs tariffs, TimeZones zones, Twins twins) {
    this.reader = reader;
    this.tariffs = tariffs;
    this.zones = zones;
    this.twins = twins;
  }

  /// The count takes it in at once; when the service ends before, at its next start.
  void replaced(@Observes(during = TransactionPhase.AFTER_SUCCESS) HardwareReplaced event) {
    twins.wake(EnergyCounter.NAME, event.device(), Instant.now());
  }

  EnergyView view(
      DeviceKey device,
      @Nullable String from,
      @Nullable String to,
      @Nullable String periodText,
      Instant now) {
    Period period =
        Period.parse(periodText == null ? "day" : periodText)
            .orElseThrow(() -> Params.invalid("period", "must be hour, day or month"));
    ZoneId zone = zones.of(device);
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant monthStart = today.withDayOfMonth(1).atStartOfDay(zone).toInstant();
    Instant first = period.start(Params.moment("from", from, zone, monthStart), zone);
    Instant last = Params.moment("to", to, zone, now);
    Params.requireOrder(first, last);
    requireFew(period, zone, first, last);
    try {
      return view(device, zone, period, first, last);
    } catch (SQLException e) {
      throw unavailable();
    }
  }

  private EnergyView view(DeviceKey device, ZoneId zone, Period period, Instant from, Instant to)
      throws SQLException {
    Account account = reader.account(device);
    Optional<NamedTariff> tariff = tariffs.of(device);
    Bill bill = new Bill(period, zone, tariff.map(NamedTariff::tariff).orElse(null), from, to);
    reader.quarters(device, from, end(period, zone, to), bill::add);
    List<Bill.Item> items = bill.items();
    Reading last = account.count().last();
    BigDecimal cost = items.stream().map(Bill.Item::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new EnergyView(
        device.productId(),
        device.deviceName(),
        zone,
        EnergyView.kwh(account.count().lifetimeMilliwattHours()),
        account.count().jumps(),
        last == null ? null : last.at(),
        period.text(),
        tariff.map(NamedTariff::id).orElse(null),
        tariff.map(it -> it.tariff().currency()).orElse(null),
        EnergyView.kwh(items.stream().mapToLong(Bill.Item::milliwattHours).sum()),
        tariff.isPresent() ? EnergyView.money(cost) : null,
        EnergyView.kwh(items.stream().mapToLong(Bill.Item::unpricedMilliwattHours).sum()),
        items.stream().map(item -> PeriodView.of(item, zone, tariff.isPresent())).toList());
  }

  /// The end of the period that holds the last moment asked for.
  private static Instant end(Period period, ZoneId zone, Instant to) {
    Instant start = period.start(to, zone);
    return start.equals(to) ? to : period.next(start, zone);
  }

  private static void requireFew(Period period, ZoneId zone, Instant from, Instant to) {
    Instant at = from;
    for (int i = 0; at.isBefore(to); i++) {
      if (i == MAX_PERIODS) {
        throw Params.invalid("period", "gives more than " + MAX_PERIODS + " of them");
      }
      at = period.next(at, zone);
    }
  }

  static Refused unavailable() {
    return Problem.of(ProblemCode.UNAVAILABLE, "The database does not answer.").refused();
  }
}
