package io.sockettwin.service.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Which devices and homes the caller may see, and what else they may do with them.
///
/// Lists take the condition from here; single things are checked by [Door] before their resource is
/// asked.
@Singleton
public class Visible {
  /// The devices a user sees, as pairs of product and name. Its one parameter is the user's name.
  public static final String DEVICES =
      "(select product_id, name from visible_device where user_name = ?)";

  /// A stream asks for each of its items; a share that is taken back ends it after this time.
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int MAX_REMEMBERED = 10_000;

  private record Pair(String user, DeviceKey device) {}

  private final DataSource database;
  private final SecurityIdentity identity;
  private final Cache<Pair, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Visible(DataSource database, SecurityIdentity identity) {
    this.database = database;
    this.identity = identity;
  }

  public Caller caller() {
    return Caller.of(identity);
  }

  /// Whose devices are meant, unless all are.
  public Optional<String> onlyOf() {
    Caller caller = caller();
    return caller.seesAll() ? Optional.empty() : Optional.of(caller.name());
  }

  /// Leaves of a list the devices that are meant.
  ///
  /// @param onlyOf from [#onlyOf()]
  /// @param device two columns, product and name: `d.product_id, d.name`
  public static Sql and(Sql sql, Optional<String> onlyOf, String device) {
    onlyOf.ifPresent(user -> sql.add("and (" + device + ") in " + DEVICES, user));
    return sql;
  }

  /// The caller's homes, unless all are.
  public Optional<List<UUID>> onlyHomes() {
    return onlyOf()
        .map(user ->
            Sql.of("select home_id from home_member where user_name = ?", user)
                .list(database, row -> row.getObject(1, UUID.class)));
  }

  /// Whether the caller may do something of this level with the device.
  public boolean may(DeviceKey device, Level level) {
    return may(caller(), device, level);
  }

  boolean may(Caller caller, DeviceKey device, Level level) {
    return caller.seesAll() || ofDevice(caller, device).filter(it -> it.covers(level)).isPresent();
  }

  /// Whether somebody may still follow the device, as of a moment ago.
  public boolean sees(Caller caller, DeviceKey device) {
    return caller.seesAll()
        || seen.get(
            new Pair(caller.name(), device), pair -> ofDevice(caller, pair.device()).isPresent());
  }

  Optional<Level> ofDevice(Caller caller, DeviceKey device) {
    return caller.seesAll()
        ? Optional.of(Level.OWN)
        : highest(
            Sql.of(
                "select level from visible_device"
                    + " where user_name = ? and product_id = ? and name = ?",
                caller.name(),
                device.productId(),
                device.deviceName()));
  }

  /// How far the caller's way with a home goes.
  public Optional<Level> ofHome(UUID homeId) {
    return ofHome(caller(), homeId);
  }

  Optional<Level> ofHome(Caller caller, UUID homeId) {
    return caller.seesAll()
        ? Optional.of(Level.OWN)
        : highest(
            Sql.of(
                "select level from home_member where user_name = ? and home_id = ?",
                caller.name(),
                homeId));
  }

  private Optional<Level> highest(Sql sql) {
    List<Level> levels = sql.list(database, row -> Level.valueOf(row.getString(1)));
    return levels.stream().max(Comparator.naturalOrder());
  }
}
