package io.sockettwin.service.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sockettwin.service.place.Position;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A device as REST shows it. The secret appears once, in the answer to its creation.
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(
    String productId,
    String name,
    boolean enabled,
    @Schema(
            description =
                "online, silent (connected, but it reports no more), offline, or never connected")
        DeviceState state,
    List<String> tags,
    @Schema(description = "What people call it") @Nullable String alias,
    @Nullable String place,
    @Nullable Position position,
    @Nullable String timeZone,
    @Nullable String note,
    @Nullable UUID homeId,
    @Nullable UUID roomId,
    @Schema(description = "The production batch it was made in") @Nullable UUID batchId,
    Instant createdAt,
    @Schema(description = "When it connected for the first time") @Nullable Instant activatedAt,
    @Schema(description = "Now while it is connected, else the end of its last connection")
        @Nullable Instant lastSeenAt,
    @JsonRawValue
        @Schema(
            type = SchemaType.OBJECT,
            description = "The last values of its properties, if it ever reported")
        @Nullable String reported,
    int version,
    @Nullable String secret) {

  DeviceView withSecret(String shown) {
    return new DeviceView(
        productId,
        name,
        enabled,
        state,
        tags,
        alias,
        place,
        position,
        timeZone,
        note,
        homeId,
        roomId,
        batchId,
        createdAt,
        activatedAt,
        lastSeenAt,
        reported,
        version,
        shown);
  }

  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceView[" + productId + "/" + name + "]";
  }
}
