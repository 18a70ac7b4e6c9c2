package io.sockettwin.service.device;

import io.sockettwin.service.place.Position;
import io.sockettwin.service.place.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What people say about a device, and may change at any time.
record DeviceFields(
    @Schema(description = "A disabled device cannot connect") @NotNull Boolean enabled,
    @NotNull @Size(max = DeviceFields.MAX_TAGS)
        List<@NotNull @Pattern(regexp = TAG, message = TAG_RULE) String> tags,
    @Schema(description = "What people call it", examples = "Desk lamp") @Nullable @Size(max = 64)
        String alias,
    @Schema(examples = "Workshop, second floor") @Nullable @Size(max = 128) String place,
    @Nullable @Valid Position position,
    @Schema(description = "Its own; else that of its home counts", examples = "Asia/Shanghai")
        @Nullable
        @TimeZoneName
        String timeZone,
    @Nullable @Size(max = 2_000) String note,
    @Nullable UUID homeId,
    @Schema(description = "A room of that home") @Nullable UUID roomId) {
  static final int MAX_TAGS = 20;
  static final String TAG = "[\\p{L}\\p{N}_.:/=-]{1,48}";
  static final String TAG_RULE = "must be 1 to 48 letters, digits or _ . : / = -";

  DeviceFields {
    tags = tags == null ? tags : tags.stream().distinct().sorted().toList();
  }
}
