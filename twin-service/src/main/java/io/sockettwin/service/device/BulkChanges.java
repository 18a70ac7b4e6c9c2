package io.sockettwin.service.device;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Changes many devices in one transaction.
@Singleton
class BulkChanges {
  /// Devices one change may meet; a larger fleet takes several, a filter each.
  static final int MAX_DEVICES = 100_000;

  private static final String KEYS = "unnest(cast(? as text[]), cast(? as text[])) as u(p, n)";

  /// What was changed, for whoever remembers devices.
  record Result(BulkChange.Outcome outcome, List<DeviceKey> touched) {}

  private final DataSource database;
  private final Whereabouts whereabouts;

  BulkChanges(DataSource database, Whereabouts whereabouts) {
    this.database = database;
    this.whereabouts = whereabouts;
  }

  @Transactional
  Result carryOut(BulkChange change) {
    whereabouts.require(change.homeId(), change.roomId());
    List<DeviceKey> chosen = chosen(change);
    List<String> unknown = unknown(change, chosen);
    if (change.dryRun()) {
      return new Result(new BulkChange.Outcome(chosen.size(), 0, unknown), List.of());
    }
    Set<DeviceKey> changed = new HashSet<>();
    if (change.delete()) {
      changed.addAll(run(chosen, Sql.of("delete from device d using"), ""));
    } else {
      changed.addAll(update(change, chosen));
      membership(change, chosen, changed);
    }
    return new Result(
        new BulkChange.Outcome(chosen.size(), changed.size(), unknown), List.copyOf(changed));
  }

  private List<DeviceKey> chosen(BulkChange change) {
    Sql sql = Sql.of("select d.product_id, d.name");
    DeviceFilter where = change.where();
    List<String> listed = change.devices();
    if (listed != null && where == null) {
      List<DeviceKey> keys = listed.stream().distinct().map(BulkChanges::key).toList();
      sql.add("from device d join").add(KEYS, products(keys), names(keys));
      sql.add("on (d.product_id, d.name) = (u.p, u.n)");
    } else if (where != null && listed == null) {
      if (where.isEmpty()) {
        throw refused("where", "needs a condition");
      }
      where.where(sql.add(DeviceFilter.FROM));
    } else {
      throw refused("devices", "or where must be given, and not both");
    }
    List<DeviceKey> found =
        sql.add("limit ?", MAX_DEVICES + 1)
            .list(database, row -> new DeviceKey(row.getString(1), row.getString(2)));
    if (found.size() > MAX_DEVICES) {
      throw refused("where", "meets more than " + MAX_DEVICES + " devices");
    }
    return found;
  }

  private static List<String> unknown(BulkChange change, List<DeviceKey> chosen) {
    if (change.devices() == null) {
      return List.of();
    }
    Set<String> unknown = new TreeSet<>(change.devices());
    chosen.forEach(device -> unknown.remove(device.toString()));
    return List.copyOf(unknown);
  }

  private List<DeviceKey> update(BulkChange change, List<DeviceKey> chosen) {
    List<String> add = orNone(change.addTags());
    List<String> remove = orNone(change.removeTags());
    if (change.enabled() == null && add.isEmpty() && remove.isEmpty() && change.homeId() == null) {
      return List.of();
    }
    Sql sql =
        Sql.of(
            """
            update device d set version = d.version + 1,
              enabled = coalesce(cast(? as boolean), d.enabled),
              home_id = coalesce(cast(? as uuid), d.home_id),
              room_id = case when cast(? as uuid) is null then d.room_id else cast(? as uuid) end,
              tags = array(select distinct tag from unnest(d.tags || ?) as tag
                           where tag <> all (?) order by tag)
            from\
            """,
            change.enabled(),
            change.homeId(),
            change.homeId(),
            change.roomId(),
            add.toArray(String[]::new),
            remove.toArray(String[]::new));
    return run(chosen, sql, "");
  }

  private void membership(BulkChange change, List<DeviceKey> chosen, Set<DeviceKey> changed) {
    if (change.joinGroup() != null) {
      if (Sql.of("select 1 from device_group where id = ?", change.joinGroup())
          .first(database, row -> true)
          .isEmpty()) {
        throw refused("joinGroup", "names no group");
      }
      Sql.of(
              "insert into device_group_member (group_id, product_id, name) select ?, p, n from",
              change.joinGroup())
          .add(KEYS, products(chosen), names(chosen))
          .add("on conflict do nothing returning product_id, name")
          .list(database, row -> changed.add(new DeviceKey(row.getString(1), row.getString(2))));
    }
    if (change.leaveGroup() != null) {
      Sql leave =
          Sql.of(
              "delete from device_group_member d using (select cast(? as uuid) as id) g,",
              change.leaveGroup());
      changed.addAll(run(chosen, leave, "and d.group_id = g.id"));
    }
  }

  private List<DeviceKey> run(List<DeviceKey> chosen, Sql change, String condition) {
    return change
        .add(KEYS, products(chosen), names(chosen))
        .add("where d.product_id = u.p and d.name = u.n " + condition)
        .add("returning d.product_id, d.name")
        .list(database, row -> new DeviceKey(row.getString(1), row.getString(2)));
  }

  private static String[] products(List<DeviceKey> devices) {
    return devices.stream().map(DeviceKey::productId).toArray(String[]::new);
  }

  private static String[] names(List<DeviceKey> devices) {
    return devices.stream().map(DeviceKey::deviceName).toArray(String[]::new);
  }

  private static DeviceKey key(String listed) {
    int slash = listed.indexOf('/');
    return new DeviceKey(listed.substring(0, slash), listed.substring(slash + 1));
  }

  private static List<String> orNone(@Nullable List<String> tags) {
    return tags == null ? List.of() : tags;
  }

  private static Refused refused(String field, String message) {
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", new Flaw(field, message))
        .refused();
  }
}
