package io.sockettwin.service.access.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Keeps who changed what.
@Singleton
class AuditLog {
  /// Whatever the retention: half a gigabyte.
  static final long MAX_ENTRIES = 2_000_000;

  private static final int MAX_DELETED = 10_000;

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final DataSource database;
  private final ObjectMapper json;

  AuditLog(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// The entry is there when the answer goes out, though not yet on the disk: what kills the
  /// service loses nothing, what kills the database's machine the last half second.
  void add(AuditEntry entry) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Sql.of("set local synchronous_commit = off").run(connection);
        Sql.of(
                "insert into audit_entry (at, who, way, credential, address, method, route,"
                    + " parameters, status) values (?, ?, ?, cast(? as uuid), ?, ?, ?, cast(? as jsonb), ?)",
                entry.at(),
                entry.who(),
                entry.way(),
                entry.credential(),
                entry.address(),
                entry.method(),
                entry.route(),
                text(entry.parameters()),
                entry.status())
            .run(connection);
        connection.commit();
      } finally {
        connection.rollback();
      }
    }
  }

  /// The newest first.
  Slice<AuditEntry> list(AuditFilter filter, SliceParams part) {
    Sql sql =
        filter.where(
            Sql.of(
                "select number, at, who, way, credential, address, method, route, parameters, status"
                    + " from audit_entry where true"));
    part.cursor(1).ifPresent(it -> sql.add("and number < ?", it.number(0)));
    List<AuditEntry> found =
        sql.add("order by number desc limit ?", part.limit()).list(database, this::entry);
    return Slice.of(found, part, it -> Cursor.at(it.number()), it -> it);
  }

  /// Removes what is too old or too much, a part at a time.
  void clean(Instant before) {
    int deleted = MAX_DELETED;
    while (deleted == MAX_DELETED) {
      deleted =
          Sql.of(
                  "delete from audit_entry where number in (select number from audit_entry where"
                      + " at < ? or number <= (select max(number) from audit_entry) - ? limit ?)",
                  before,
                  MAX_ENTRIES,
                  MAX_DELETED)
              .run(database);
    }
  }

  private AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        Sql.requireInstant(row, "at"),
        row.getString("who"),
        row.getString("way"),
        row.getObject("credential", UUID.class),
        row.getString("address"),
        row.getString("method"),
        row.getString("route"),
        texts(row.getString("parameters")),
        row.getInt("status"));
  }

  private String text(Map<String, String> texts) {
    try {
      return json.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that are no JSON", e);
    }
  }

  private Map<String, String> texts(String written) {
    try {
      return json.readValue(written, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parameters that are no JSON", e);
    }
  }
}
