package io.sockettwin.service.production;

import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Batches as they are stored.
@Singleton
class BatchStore {
  private static final String SELECT = "select * from production_batch";

  private final DataSource database;

  BatchStore(DataSource database) {
    this.database = database;
  }

  void add(Batch batch) {
    Sql.of(
            "insert into production_batch (id, product_id, pattern, first_number, count, note,"
                + " author, created_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            batch.id(),
            batch.productId(),
            batch.pattern(),
            batch.first(),
            batch.count(),
            batch.note(),
            batch.author(),
            batch.createdAt(),
            batch.version())
        .run(database);
  }

  Optional<Batch> find(UUID id) {
    return Sql.of(SELECT).add("where id = ?", id).first(database, BatchStore::batch);
  }

  /// Newest first.
  Slice<Batch> list(SliceParams part) {
    Sql sql = Sql.of(SELECT);
    part.cursor(2)
        .ifPresent(
            after -> sql.add("where (created_at, id) < (?, ?)", after.instant(0), after.uuid(1)));
    List<Batch> found =
        sql.add("order by created_at desc, id desc limit ?", part.limit())
            .list(database, BatchStore::batch);
    return Slice.of(found, part, last -> Cursor.at(last.createdAt(), last.id()), it -> it);
  }

  /// Once closed, it stays as it was closed first.
  void close(UUID id, Instant now) {
    Sql.of(
            "update production_batch set closed_at = ?, version = version + 1"
                + " where id = ? and closed_at is null",
            now,
            id)
        .run(database);
  }

  /// Whether it is gone; it stays as long as it has devices.
  boolean delete(UUID id) {
    return Sql.of(
                "delete from production_batch b where id = ?"
                    + " and not exists (select 1 from device where batch_id = b.id)",
                id)
            .run(database)
        == 1;
  }

  void noteDownload(UUID batchId, Download download) {
    Sql.of(
            "insert into production_download (batch_id, at, author, kind) values (?, ?, ?, ?)",
            batchId,
            download.at(),
            download.author(),
            download.kind())
        .run(database);
  }

  /// The newest first.
  List<Download> downloads(UUID batchId, int most) {
    return Sql.of(
            "select at, author, kind from production_download where batch_id = ?"
                + " order by number desc limit ?",
            batchId,
            most)
        .list(
            database,
            row ->
                new Download(
                    Sql.requireInstant(row, "at"), row.getString("author"), row.getString("kind")));
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        row.getString("product_id"),
        row.getString("pattern"),
        row.getInt("first_number"),
        row.getInt("count"),
        row.getString("note"),
        row.getString("author"),
        Sql.requireInstant(row, "created_at"),
        Sql.instant(row, "closed_at"),
        row.getInt("version"));
  }
}
