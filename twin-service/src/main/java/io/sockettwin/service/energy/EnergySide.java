package io.sockettwin.service.energy;

import io.sockettwin.service.telemetry.Partitions;
import io.sockettwin.service.telemetry.StoredTemplates;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinEffect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The energy of one lane's devices.
final class EnergySide implements Participant.Side {
  /// Accounts remembered by each lane, some 300 bytes each.
  static final int MAX_REMEMBERED = 10_000;

  /// SQLSTATE of a conflict: the batch is to be tried again.
  private static final String TRY_AGAIN = "40001";

  private final Predicate<DeviceKey> own;
  private final StoredTemplates templates;
  private final Partitions partitions;

  private final Map<DeviceKey, Account> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceKey, Account> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /// Of this attempt: accounts before it, and those that it has changed.
  private final Map<DeviceKey, Account> before = new HashMap<>();

  private final Map<DeviceKey, Account> after = new LinkedHashMap<>();
  private final Map<DeviceKey, List<Quarter>> closed = new HashMap<>();

  /// @param own tells the devices of the lane
  EnergySide(Predicate<DeviceKey> own, StoredTemplates templates, Partitions partitions) {
    this.own = own;
    this.templates = templates;
    this.partitions = partitions;
  }

  @Override
  public void start(LaneTransaction transaction) throws SQLException {
    Instant now = Instant.now();
    for (DeviceKey device : Replacements.waiting(transaction.connection())) {
      if (own.test(device)) {
        transaction.wakeAt(device, now);
      }
    }
  }

  @Override
  public void load(Set<DeviceKey> devices, LaneTransaction transaction) throws SQLException {
    Set<DeviceKey> missing = new HashSet<>();
    for (DeviceKey device : devices) {
      Account known = remembered.get(device);
      if (known == null) {
        missing.add(device);
      } else {
        before.put(device, known);
      }
    }
    Map<DeviceKey, Account> read = AccountStore.read(transaction.connection(), missing);
    for (DeviceKey device : missing) {
      before.put(device, read.getOrDefault(device, Account.NEW));
    }
  }

  @Override
  public void advanced(Advance advance, LaneTransaction transaction) throws SQLException {
    for (TwinEffect effect : advance.step().effects()) {
      if (effect instanceof TwinEffect.KeepReport report
          && report.values().get(Meter.PROPERTY) instanceof Value.Decimal(double kwh)) {
        long milliwattHours = Math.round(kwh * Meter.MILLIWATT_HOURS_PER_KWH);
        read(advance.device(), new Reading(milliwattHours, report.at()));
      }
    }
  }

  /// The hardware was replaced.
  @Override
  public void woken(DeviceKey device, Instant now, LaneTransaction transaction)
      throws SQLException {
    for (Instant at : Replacements.take(transaction.connection(), device)) {
      Account account = account(device);
      after.put(device, account.with(Counting.replaced(account.count(), at)));
    }
  }

  private Account account(DeviceKey device) {
    return after.getOrDefault(device, before.getOrDefault(device, Account.NEW));
  }

  private void read(DeviceKey device, Reading reading) throws SQLException {
    Optional<Meter> meter =
        templates.find(device.productId()).flatMap(stored -> Meter.of(stored.template()));
    if (meter.isEmpty()) {
      return;
    }
    Account account = account(device);
    Account.Entry entry = account.enter(new Counting(meter.get()), reading);
    if (!entry.account().equals(account)) {
      after.put(device, entry.account());
    }
    if (!entry.closed().isEmpty()) {
      closed.computeIfAbsent(device, _ -> new ArrayList<>()).addAll(entry.closed());
    }
  }

  @Override
  public void write(LaneTransaction transaction) throws SQLException {
    for (List<Quarter> quarters : closed.values()) {
      for (Quarter quarter : quarters) {
        partitions.require(QuarterTable.TABLE, quarter.start());
      }
    }
    Map<DeviceKey, Account> stored = new LinkedHashMap<>();
    after.forEach((device, account) -> {
      if (account.differsFrom(before.getOrDefault(device, Account.NEW))) {
        stored.put(device, account.next());
      }
    });
    if (!AccountStore.write(transaction.connection(), stored)) {
      throw new SQLException("an energy count was changed by another replica", TRY_AGAIN);
    }
    QuarterStore.add(transaction.connection(), closed);
    Map<DeviceKey, Account> now = new HashMap<>(before);
    now.putAll(after);
    now.putAll(stored);
    transaction.afterCommit(() -> remembered.putAll(now));
    clear();
  }

  @Override
  public void forget(DeviceKey device) {
    remembered.remove(device);
  }

  @Override
  public void forgetAll() {
    remembered.clear();
    clear();
  }

  private void clear() {
    before.clear();
    after.clear();
    closed.clear();
  }
}
