package io.sockettwin.service.alarm;

import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/// How much the flows find.
@Singleton
class FlowActivities {
  private static final String SELECT =
      """
      select id,
        (select count(*) from alarm where flow_id = flow.id and cleared_at is null) as open,
        (select max(decided_at) from alarm where flow_id = flow.id) as raised_at
      from flow order by created_at, id\
      """;

  private final DataSource database;

  FlowActivities(DataSource database) {
    this.database = database;
  }

  /// One for each flow.
  List<FlowActivity> all() {
    return Sql.of(SELECT)
        .list(
            database,
            row ->
                new FlowActivity(
                    row.getString("id"), row.getLong("open"), Sql.instant(row, "raised_at")));
  }
}
