package io.sockettwin.service.firmware;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The update ordered last for a device, as it is stored. Hibernate fills the fields.
@Entity
@Table(name = "firmware_order")
@IdClass(FirmwareRow.Key.class)
@SuppressWarnings("NullAway.Init")
class FirmwareRow {
  /// A device that starts anew again and again asks each time; it must not try for ever.
  static final int MAX_DELIVERIES = 5;

  /// The primary key, in the form Hibernate wants.
  record Key(String productId, String name) {
    static Key of(DeviceKey device) {
      return new Key(device.productId(), device.deviceName());
    }
  }

  @Id
  @Column(name = "product_id")
  String productId;

  @Id String name;

  String version;
  String url;

  @Column(name = "size_bytes")
  long sizeBytes;

  String md5;

  @Enumerated(EnumType.STRING)
  FirmwareState state;

  int percent;
  int code;
  String status;
  int deliveries;

  @Column(name = "ordered_at")
  Instant orderedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  void order(FirmwareDraft draft, Instant now) {
    version = draft.version();
    url = draft.url();
    sizeBytes = draft.sizeBytes();
    md5 = draft.md5();
    deliveries = 0;
    orderedAt = now.truncatedTo(ChronoUnit.MILLIS);
    become(FirmwareState.ORDERED, 0, 0, "", now);
  }

  /// The order to send to a device that runs another version; empty when there is nothing to do any
  /// more.
  Optional<Message.Down> deliver(Instant now) {
    if (state.isLast()) {
      return Optional.empty();
    }
    if (deliveries >= MAX_DELIVERIES) {
      become(FirmwareState.FAILED, percent, 0, "given up after " + deliveries + " attempts", now);
      return Optional.empty();
    }
    deliveries++;
    become(FirmwareState.SENT, 0, 0, "", now);
    return Optional.of(new Message.UpdateFirmware(version, url, sizeBytes, md5));
  }

  void become(FirmwareState next, int nextPercent, int nextCode, String nextStatus, Instant now) {
    state = next;
    percent = nextPercent;
    code = nextCode;
    status = nextStatus;
    changedAt = now.truncatedTo(ChronoUnit.MILLIS);
  }
}
