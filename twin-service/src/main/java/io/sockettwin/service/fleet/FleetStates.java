package io.sockettwin.service.fleet;

import io.sockettwin.service.device.DeviceStates;
import io.sockettwin.service.fleet.FleetView.StateCounts;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Which devices are there, from the database.
@Singleton
class FleetStates {
  /// However many people look, the states are counted no more often than this,
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /// and take the twentieth part of the time at most.
  private static final int RESTS = 20;

  private static final String COUNTS =
      """
      select d.product_id,
        count(*) filter (where %s) as online,
        count(*) filter (where %s) as silent,
        count(*) filter (where %s) as offline,
        count(*) filter (where %s) as never
      from device d left join twin t on t.product_id = d.product_id and t.name = d.name
      group by d.product_id order by d.product_id\
      """
          .formatted(
              DeviceStates.ONLINE, DeviceStates.SILENT, DeviceStates.OFFLINE, DeviceStates.NEVER);

  private static final String DEVICES =
      """
      select d.name,
        case when %s then 'n' when %s then 'f' when %s then 's' else 'o' end as state
      from device d left join twin t on t.product_id = d.product_id and t.name = d.name
      where d.product_id = ? order by d.name limit ?\
      """
          .formatted(DeviceStates.NEVER, DeviceStates.OFFLINE, DeviceStates.SILENT);

  private final DataSource database;
  private @Nullable List<StateCounts> counts;
  private long countAgain;

  FleetStates(DataSource database) {
    this.database = database;
  }

  /// Of each product; some seconds old.
  synchronized List<StateCounts> counts() {
    long began = System.nanoTime();
    if (counts != null && began - countAgain < 0) {
      return counts;
    }
    List<StateCounts> counted =
        Sql.of(COUNTS)
            .list(
                database,
                row ->
                    new StateCounts(
                        row.getString("product_id"),
                        row.getLong("online"),
                        row.getLong("silent"),
                        row.getLong("offline"),
                        row.getLong("never")));
    long ended = System.nanoTime();
    counts = counted;
    countAgain = ended + Math.max(SHORTEST.toNanos(), RESTS * (ended - began));
    return counted;
  }

  FleetMap map(String productId) {
    List<String> names = new ArrayList<>();
    StringBuilder states = new StringBuilder();
    Sql.of(DEVICES, productId, FleetMap.MAX_DEVICES).stream(
        database,
        row -> {
          names.add(row.getString("name"));
          states.append(row.getString("state"));
        });
    long total =
        names.size() < FleetMap.MAX_DEVICES
            ? names.size()
            : Sql.of("select count(*) from device where product_id = ?", productId)
                .first(database, row -> row.getLong(1))
                .orElseThrow();
    return new FleetMap(productId, names, states.toString(), total);
  }
}
