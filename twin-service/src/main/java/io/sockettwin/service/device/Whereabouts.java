package io.sockettwin.service.device;

import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// In which home and room devices are, and what time it is there.
@Singleton
public class Whereabouts {
  private final DataSource database;
  private final Visible visible;

  Whereabouts(DataSource database, Visible visible) {
    this.database = database;
    this.visible = visible;
  }

  /// The device's own time zone, else that of its home.
  public Optional<ZoneId> timeZone(DeviceKey device) {
    return Sql.of(
            """
            select coalesce(d.time_zone, h.time_zone)
            from device d left join home h on h.id = d.home_id
            where d.product_id = ? and d.name = ? and coalesce(d.time_zone, h.time_zone) is not null
            """,
            device.productId(),
            device.deviceName())
        .first(database, row -> ZoneId.of(row.getString(1)));
  }

  /// Refuses a home or room that does not exist, and a room without its home.
  void require(@Nullable UUID homeId, @Nullable UUID roomId) {
    if (homeId != null && !exists("select 1 from home where id = ?", homeId)) {
      throw refused("homeId", "names no home");
    }
    if (roomId != null && homeId == null) {
      throw refused("roomId", "needs the homeId of its home");
    }
    if (roomId != null
        && !exists("select 1 from room where id = ? and home_id = ?", roomId, homeId)) {
      throw refused("roomId", "names no room of that home");
    }
  }

  /// Refuses a home that is not the caller's: its members would get the device.
  void requireOwn(UUID homeId) {
    if (visible.ofHome(homeId).filter(it -> it.covers(Level.OWN)).isEmpty()) {
      throw refused("homeId", "names no home");
    }
  }

  private boolean exists(String sql, @Nullable Object... ids) {
    return Sql.of(sql, ids).first(database, row -> true).isPresent();
  }

  private static Refused refused(String field, String message) {
    return Problem.of(ProblemCode.INVALID, "The device cannot be there.", new Flaw(field, message))
        .refused();
  }
}
