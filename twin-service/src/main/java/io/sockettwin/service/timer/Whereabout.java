package io.sockettwin.service.timer;

import io.sockettwin.service.place.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Where a device is, by itself or by its home, as far as anybody said.
record Whereabout(@Nullable String timeZone, @Nullable Position position) {
  static final Whereabout NOWHERE = new Whereabout(null, null);

  static Whereabout read(ResultSet row) throws SQLException {
    return new Whereabout(
        row.getString("time_zone"),
        Position.of(
            row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)));
  }
}
