package io.sockettwin.service.access.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.access.Level;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Single devices that are shared with users, whatever home they are in.
@Singleton
public class Shares {
  static final int MAX_OF_A_DEVICE = 50;

  private static final String SELECT =
      "select product_id, name, user_name, level, author, shared_at, expires_at from device_share"
          + " where (expires_at is null or expires_at > now())";

  /// A device that somebody may use.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Share(
      String productId,
      String name,
      String user,
      Level level,
      String author,
      Instant sharedAt,
      @Nullable Instant expiresAt) {}

  private final DataSource database;

  Shares(DataSource database) {
    this.database = database;
  }

  List<Share> of(String productId, String name) {
    DeviceKey device = require(productId, name);
    return Sql.of(SELECT)
        .add("and product_id = ? and name = ?", device.productId(), device.deviceName())
        .add("order by user_name")
        .list(database, Shares::share);
  }

  /// What is shared with somebody.
  List<Share> of(String user) {
    return Sql.of(SELECT)
        .add("and user_name = ? order by product_id, name", user)
        .list(database, Shares::share);
  }

  /// Shares anew, or says how far and how long it goes from now on.
  @Transactional
  void put(
      String productId, String name, String user, ShareDraft draft, String author, Instant now) {
    DeviceKey device = require(productId, name);
    People.require(database, user);
    if (draft.level() == Level.OWN) {
      throw invalid("level", "must be view or control: a device is owned by its home or binding");
    }
    List<String> others = others(device, user);
    if (others.size() >= MAX_OF_A_DEVICE) {
      throw invalid("user", "is one too many: the device is shared with " + MAX_OF_A_DEVICE);
    }
    Sql.of(
            "insert into device_share (product_id, name, user_name, level, author, shared_at,"
                + " expires_at) values (?, ?, ?, ?, ?, ?, ?) on conflict (product_id, name,"
                + " user_name) do update set level = excluded.level, author = excluded.author,"
                + " shared_at = excluded.shared_at, expires_at = excluded.expires_at",
            device.productId(),
            device.deviceName(),
            user,
            draft.level().name(),
            author,
            now.truncatedTo(ChronoUnit.MILLIS),
            draft.expiresAt())
        .run(database);
  }

  /// With whom else the device is shared; it is locked, so that two at once do not exceed the
  /// bound.
  private List<String> others(DeviceKey device, String user) {
    Sql.of(
            "select 1 from device where product_id = ? and name = ? for no key update",
            device.productId(),
            device.deviceName())
        .first(database, _ -> true);
    Sql.of("delete from device_share where expires_at < now()").run(database);
    return Sql.of(
            "select user_name from device_share where product_id = ? and name = ?"
                + " and user_name <> ?",
            device.productId(),
            device.deviceName(),
            user)
        .list(database, row -> row.getString(1));
  }

  void end(String productId, String name, String user) {
    DeviceKey device = require(productId, name);
    if (Sql.of(
                "delete from device_share where product_id = ? and name = ? and user_name = ?",
                device.productId(),
                device.deviceName(),
                user)
            .run(database)
        == 0) {
      throw Problem.of(ProblemCode.NOT_FOUND, "It is not shared with " + user + ".").refused();
    }
  }

  /// The device becomes somebody else's: nobody who could use it before can any more, neither by a
  /// share nor by its home nor by a timer set before. In the caller's transaction.
  public void handOver(DeviceKey device) {
    Sql.of(
            "delete from device_share where product_id = ? and name = ?",
            device.productId(),
            device.deviceName())
        .run(database);
    Sql.of(
            "update device set home_id = null, room_id = null, version = version + 1"
                + " where product_id = ? and name = ? and home_id is not null",
            device.productId(),
            device.deviceName())
        .run(database);
    Sql.of(
            "delete from timer where id in"
                + " (select timer_id from timer_device where product_id = ? and name = ?)",
            device.productId(),
            device.deviceName())
        .run(database);
  }

  private DeviceKey require(String productId, String name) {
    return DeviceKey.of(productId, name)
        .filter(this::exists)
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no device " + productId + "/" + name + ".")
                .refused());
  }

  private boolean exists(DeviceKey device) {
    Optional<Boolean> found =
        Sql.of(
                "select 1 from device where product_id = ? and name = ?",
                device.productId(),
                device.deviceName())
            .first(database, _ -> true);
    return found.isPresent();
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        row.getString("product_id"),
        row.getString("name"),
        row.getString("user_name"),
        Level.valueOf(row.getString("level")),
        row.getString("author"),
        Sql.requireInstant(row, "shared_at"),
        Sql.instant(row, "expires_at"));
  }

  private static RuntimeException invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", new Flaw(field, message))
        .refused();
  }
}
