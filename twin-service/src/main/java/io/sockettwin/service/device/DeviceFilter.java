package io.sockettwin.service.device;

import io.sockettwin.service.sql.Sql;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which devices are meant: those that satisfy everything given. Of a URL or of a JSON body.
record DeviceFilter(
    @QueryParam("productId") @Nullable @Size(max = 10) String productId,
    @QueryParam("prefix") @Parameter(description = "How the name begins") @Nullable @Size(max = 48)
        String prefix,
    @QueryParam("tag")
        @Parameter(description = "Repeat it for devices that have several")
        @Nullable
        @Size(max = DeviceFields.MAX_TAGS)
        List<String> tag,
    @QueryParam("groupId") @Nullable @Pattern(regexp = ID, message = ID_RULE) String groupId,
    @QueryParam("homeId") @Nullable @Pattern(regexp = ID, message = ID_RULE) String homeId,
    @QueryParam("roomId") @Nullable @Pattern(regexp = ID, message = ID_RULE) String roomId,
    @QueryParam("batchId") @Nullable @Pattern(regexp = ID, message = ID_RULE) String batchId,
    @QueryParam("state")
        @Nullable
        @Pattern(
            regexp = "online|silent|offline|never",
            message = "must be online, silent, offline or never")
        String state,
    @QueryParam("enabled") @Nullable Boolean enabled,
    @QueryParam("activated") @Nullable Boolean activated) {
  static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  static final String ID_RULE = "must be an id (UUID)";

  /// Device and, if it has one, its twin.
  static final String FROM =
      "from device d left join twin t on t.product_id = d.product_id and t.name = d.name";

  boolean isEmpty() {
    return equals(new DeviceFilter(null, null, null, null, null, null, null, null, null, null))
        || equals(
            new DeviceFilter(null, null, List.of(), null, null, null, null, null, null, null));
  }

  /// Adds the condition to a statement over [#FROM].
  Sql where(Sql sql) {
    sql.add("where true");
    if (productId != null) {
      sql.add("and d.product_id = ?", productId);
    }
    if (prefix != null) {
      sql.add("and d.name like ?", prefix.replaceAll("[\\\\_%]", "\\\\$0") + "%");
    }
    if (tag != null && !tag.isEmpty()) {
      sql.add("and d.tags @> ?", (Object) tag.toArray(String[]::new));
    }
    if (groupId != null) {
      sql.add(
          "and (d.product_id, d.name) in"
              + " (select product_id, name from device_group_member where group_id = ?)",
          UUID.fromString(groupId));
    }
    if (homeId != null) {
      sql.add("and d.home_id = ?", UUID.fromString(homeId));
    }
    if (roomId != null) {
      sql.add("and d.room_id = ?", UUID.fromString(roomId));
    }
    if (batchId != null) {
      sql.add("and d.batch_id = ?", UUID.fromString(batchId));
    }
    if (state != null) {
      sql.add(
          "and "
              + switch (state) {
                case "online" -> DeviceStates.ONLINE;
                case "silent" -> DeviceStates.SILENT;
                case "offline" -> DeviceStates.OFFLINE;
                default -> DeviceStates.NEVER;
              });
    }
    if (enabled != null) {
      sql.add("and d.enabled = ?", enabled);
    }
    if (activated != null) {
      sql.add(activated ? "and d.activated_at is not null" : "and d.activated_at is null");
    }
    return sql;
  }
}
