package io.sockettwin.service.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A device as REST shows it. The secret appears once, in the answer to its creation.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(
    String productId,
    String name,
    boolean enabled,
    Instant createdAt,
    @Nullable Instant activatedAt,
    @Nullable Instant lastSeenAt,
    int version,
    @Nullable String secret) {

  static DeviceView of(DeviceRow row) {
    return of(row, null);
  }

  static DeviceView of(DeviceRow row, @Nullable String secret) {
    return new DeviceView(
        row.productId,
        row.name,
        row.enabled,
        row.createdAt,
        row.activatedAt,
        row.lastSeenAt,
        row.version,
        secret);
  }

  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceView[" + productId + "/" + name + "]";
  }
}
