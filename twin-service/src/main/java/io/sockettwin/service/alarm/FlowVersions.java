package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/// What flows said before they were changed.
@Singleton
class FlowVersions {
  /// Of each flow; older ones are forgotten.
  static final int MAX_VERSIONS = 50;

  /// The author of what came with its product.
  static final String NOBODY = "";

  private static final String SELECT =
      "select number, at, author, content from flow_version where flow_id = ?";

  private final DataSource database;
  private final ObjectMapper json;

  FlowVersions(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Keeps what the flow says now, in the transaction that changed it. Saying the same again makes
  /// no new version.
  void keep(FlowRow row, String author, Instant now) {
    Sql.of(
            """
            insert into flow_version (flow_id, number, at, author, content)
            values (?, ?, ?, ?, ?) on conflict do nothing\
            """,
            row.id,
            row.version,
            now,
            author,
            row.content)
        .run(database);
    Sql.of(
            """
            delete from flow_version where flow_id = ? and number <=
              (select number from flow_version where flow_id = ?
               order by number desc offset ? limit 1)\
            """,
            row.id,
            row.id,
            MAX_VERSIONS)
        .run(database);
  }

  /// The newest first.
  List<FlowVersion> of(String flowId) {
    return Sql.of(SELECT, flowId)
        .add("order by number desc")
        .list(database, row -> version(flowId, row));
  }

  private FlowVersion version(String flowId, ResultSet row) throws SQLException {
    return new FlowVersion(
        row.getInt("number"),
        Sql.requireInstant(row, "at"),
        row.getString("author"),
        RunningFlows.content(json, flowId, row.getString("content")));
  }
}
