package io.sockettwin.service.device;

import io.sockettwin.service.place.Position;
import io.sockettwin.service.place.TimeZoneName;
import io.sockettwin.wire.DeviceSecret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A device to be created. A secret of 16 bytes is drawn when none is given.
record DeviceDraft(
    @NotNull
        @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        @Schema(examples = "HRDG3CKWWZ")
        String productId,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9_.:-]{1,48}",
            message = "must be 1 to 48 letters, digits or _ - . :")
        @Schema(examples = "socket001")
        String name,
    @Schema(description = "Base64; drawn when absent") @Nullable @Size(min = 1, max = 64)
        String secret,
    @Schema(description = "true when absent") @Nullable Boolean enabled,
    @Nullable @Size(max = DeviceFields.MAX_TAGS)
        List<@NotNull @Pattern(regexp = DeviceFields.TAG, message = DeviceFields.TAG_RULE) String>
            tags,
    @Nullable @Size(max = 64) String alias,
    @Nullable @Size(max = 128) String place,
    @Nullable @Valid Position position,
    @Nullable @TimeZoneName String timeZone,
    @Nullable @Size(max = 2_000) String note,
    @Nullable UUID homeId,
    @Nullable UUID roomId) {

  /// A device about which nothing more is known.
  static DeviceDraft named(String productId, String name) {
    return new DeviceDraft(
        productId, name, null, null, null, null, null, null, null, null, null, null);
  }

  DeviceDraft withSecret(DeviceSecret chosen) {
    return new DeviceDraft(
        productId,
        name,
        chosen.base64(),
        enabled,
        tags,
        alias,
        place,
        position,
        timeZone,
        note,
        homeId,
        roomId);
  }

  DeviceFields fields() {
    return new DeviceFields(
        enabled == null || enabled,
        tags == null ? List.of() : tags,
        alias,
        place,
        position,
        timeZone,
        note,
        homeId,
        roomId);
  }

  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceDraft[" + productId + "/" + name + "]";
  }
}
