package io.sockettwin.service.alarm;

import io.sockettwin.service.twin.Columns;
import io.sockettwin.thing.DeviceKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What flows remember, in the database.
final class FlowStore {
  private static final String READ =
      """
      select flow_id, product_id, name, generation, version, content from flow_memory
      join unnest(?::text[], ?::text[]) as u(p, n) on product_id = u.p and name = u.n
      """;

  private static final String INSERT =
      """
      insert into flow_memory (flow_id, product_id, name, generation, version, content)
      select f, p, n, g::integer, v::bigint, c::jsonb
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(f, p, n, g, before, v, c)
      on conflict do nothing
      """;

  private static final String UPDATE =
      """
      update flow_memory set generation = g::integer, version = v::bigint, content = c::jsonb
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(f, p, n, g, before, v, c)
      where flow_id = f and product_id = p and name = n and version = before::bigint
      """;

  /// So nobody changes a flow between this and the commit of what was found under it.
  private static final String LOCK =
      "select id, generation from flow where id = any(?::text[]) order by id for share";

  private static final String STATES =
      """
      select product_id, name from twin where product_id = any(?::text[])
      union
      select product_id, name from flow_memory where content -> 'open' is not null
      """;

  private FlowStore() {}

  /// A watch for each of the devices.
  static Map<DeviceKey, Watch> read(Connection connection, Collection<DeviceKey> devices)
      throws SQLException {
    Map<DeviceKey, Map<String, Watch.Stored>> stored = new HashMap<>();
    devices.forEach(device -> stored.put(device, new HashMap<>()));
    if (!devices.isEmpty()) {
      try (PreparedStatement statement = connection.prepareStatement(READ)) {
        statement.setArray(1, array(connection, devices, DeviceKey::productId));
        statement.setArray(2, array(connection, devices, DeviceKey::deviceName));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            DeviceKey device = new DeviceKey(rows.getString(2), rows.getString(3));
            stored
                .getOrDefault(device, new HashMap<>())
                .put(
                    rows.getString(1),
                    new Watch.Stored(
                        rows.getInt(4), rows.getLong(5), MemoryJson.read(rows.getString(6))));
          }
        }
      }
    }
    Map<DeviceKey, Watch> watches = HashMap.newHashMap(stored.size());
    stored.forEach((device, memories) -> watches.put(device, new Watch(memories)));
    return watches;
  }

  /// Whether all of it was written; if not, another replica was faster.
  static boolean write(Connection connection, Map<AlarmBatch.Place, AlarmBatch.Remembered> memories)
      throws SQLException {
    Columns added = new Columns(7);
    Columns changed = new Columns(7);
    memories.forEach((place, it) ->
        (it.before().version() == 0 ? added : changed)
            .add(
                place.flowId(),
                place.device().productId(),
                place.device().deviceName(),
                it.after().generation(),
                it.before().version(),
                it.after().version(),
                MemoryJson.write(it.after().memory())));
    return added.execute(connection, INSERT) + changed.execute(connection, UPDATE)
        == memories.size();
  }

  /// Whether these flows still are what they were.
  static boolean lock(Connection connection, Collection<ActiveFlow> flows) throws SQLException {
    Map<String, Integer> wanted = new HashMap<>();
    flows.forEach(flow -> wanted.put(flow.id(), flow.generation()));
    Map<String, Integer> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, connection.createArrayOf("text", wanted.keySet().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getInt(2));
        }
      }
    }
    return found.equals(wanted);
  }

  /// Devices of which something could have come true or ended while nobody looked.
  static Set<DeviceKey> toWake(Connection connection, ActiveFlows active) throws SQLException {
    List<String> products =
        active.byProduct().entrySet().stream()
            .filter(it -> it.getValue().stream().anyMatch(ActiveFlow::judgesStates))
            .map(Map.Entry::getKey)
            .toList();
    Set<DeviceKey> devices = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(STATES)) {
      statement.setArray(1, connection.createArrayOf("text", products.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          devices.add(new DeviceKey(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return devices;
  }

  private static Array array(
      Connection connection, Collection<DeviceKey> devices, Function<DeviceKey, String> part)
      throws SQLException {
    return connection.createArrayOf("text", devices.stream().map(part).toArray());
  }
}
