package io.sockettwin.service.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One change to many devices: those that are listed, or those that satisfy a filter.
record BulkChange(
    @Schema(description = "Each as productId/name", examples = "[\"HRDG3CKWWZ/socket001\"]")
        @Nullable
        @Size(min = 1, max = BulkChange.MAX_LISTED)
        List<
                @NotNull
                @Pattern(
                    regexp = "[A-Z0-9]{10}/[A-Za-z0-9_.:-]{1,48}",
                    message = "must be productId/name")
                String>
            devices,
    @Schema(description = "The same filter as lists take; at least one condition") @Nullable @Valid
        DeviceFilter where,
    @Schema(description = "Only tell how many devices it would be") boolean dryRun,
    @Nullable Boolean enabled,
    @Nullable @Size(max = DeviceFields.MAX_TAGS)
        List<@NotNull @Pattern(regexp = DeviceFields.TAG, message = DeviceFields.TAG_RULE) String>
            addTags,
    @Nullable @Size(max = DeviceFields.MAX_TAGS) List<@NotNull String> removeTags,
    @Nullable UUID joinGroup,
    @Nullable UUID leaveGroup,
    @Schema(description = "Where they are from now on; a roomId needs its homeId")
        @Nullable UUID homeId,
    @Nullable UUID roomId,
    @Schema(description = "Delete them instead, with all that is known of them") boolean delete) {
  static final int MAX_LISTED = 10_000;

  /// Whether devices it meets may not be connected any more.
  boolean revokes() {
    return delete || Boolean.FALSE.equals(enabled);
  }

  /// What came of it.
  ///
  /// @param matched how many devices were meant
  /// @param changed how many are different now
  /// @param unknown those listed that do not exist
  record Outcome(int matched, int changed, List<String> unknown) {}
}
