package io.sockettwin.service.access;

import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// What a path names that belongs to somebody, by the name of its parameter.
sealed interface Thing {
  /// Of whose devices a thing is, by the parameter that names it.
  Map<String, String> OF_DEVICES =
      Map.of(
          "alarmId", "select product_id, name from alarm where id = ?",
          "controlId", "select product_id, name from control where id = ?",
          "timerId", "select product_id, name from timer_device where timer_id = cast(? as uuid)");

  record Device(DeviceKey key) implements Thing {}

  record Home(UUID id) implements Thing {}

  /// An alarm, a control or a timer, and how its devices are found.
  record OfDevices(String kind, String sql, String id) implements Thing {
    List<DeviceKey> devices(DataSource database) {
      return Sql.of(sql, id)
          .list(database, row -> new DeviceKey(row.getString(1), row.getString(2)));
    }
  }

  /// What these parameters name; empty if it is nobody's in particular, or no such thing can be.
  static Optional<Thing> named(MultivaluedMap<String, String> parameters) {
    String product = parameters.getFirst("productId");
    String name = parameters.getFirst("name");
    if (product != null && name != null) {
      return DeviceKey.of(product, name).map(Device::new);
    }
    String home = parameters.getFirst("homeId");
    if (home != null) {
      return uuid(home).map(Home::new);
    }
    return OF_DEVICES.entrySet().stream()
        .filter(kind -> parameters.containsKey(kind.getKey()))
        .findFirst()
        .flatMap(kind -> ofDevices(kind.getKey(), kind.getValue(), parameters));
  }

  private static Optional<Thing> ofDevices(
      String parameter, String sql, MultivaluedMap<String, String> parameters) {
    String id = parameters.getFirst(parameter);
    // The database would not even compare what is no UUID.
    return parameter.equals("timerId") && uuid(id).isEmpty()
        ? Optional.empty()
        : Optional.of(new OfDevices(parameter.replace("Id", ""), sql, id));
  }

  /// What a client knows it as: `timer 4711`.
  default String label() {
    return switch (this) {
      case Device(DeviceKey key) -> "device " + key;
      case Home(UUID id) -> "home " + id;
      case OfDevices(String kind, String _, String id) -> kind + " " + id;
    };
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
