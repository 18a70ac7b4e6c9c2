package io.sockettwin.service.device;

import io.sockettwin.service.edit.Created;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/// Hardware that was replaced under a name that stays: rows of `hardware_replacement`, which energy
/// takes into its count.
@Singleton
class Replacements {
  /// What a workshop says about a replacement.
  ///
  /// @param device as it is now, with its new secret unless it keeps the old one
  record Done(Replacement replacement, DeviceView device) {}

  private final DataSource database;
  private final Devices devices;
  private final Event<HardwareReplaced> replaced;

  Replacements(DataSource database, Devices devices, Event<HardwareReplaced> replaced) {
    this.database = database;
    this.devices = devices;
    this.replaced = replaced;
  }

  @Transactional
  Created<Done> replace(
      String productId, String name, ReplacementDraft draft, String author, Instant now) {
    DeviceView device =
        draft.keepSecret()
            ? devices.get(productId, name)
            : devices.renewSecret(productId, name, null);
    Replacement replacement =
        new Replacement(now.truncatedTo(ChronoUnit.MILLIS), author, draft.noteOrNone());
    Sql.of(
            "insert into hardware_replacement (product_id, name, at, author, note)"
                + " values (?, ?, ?, ?, ?)",
            productId,
            name,
            replacement.at(),
            author,
            replacement.note())
        .run(database);
    replaced.fire(new HardwareReplaced(new DeviceKey(productId, name)));
    String location = "/api/devices/" + productId + "/" + name + "/replacements";
    return new Created<>(location, device.version(), new Done(replacement, device));
  }

  List<Replacement> of(DeviceKey device) {
    return Sql.of(
            "select at, author, note from hardware_replacement"
                + " where product_id = ? and name = ? order by at desc",
            device.productId(),
            device.deviceName())
        .list(
            database,
            row ->
                new Replacement(
                    Sql.requireInstant(row, "at"), row.getString("author"), row.getString("note")));
  }
}
