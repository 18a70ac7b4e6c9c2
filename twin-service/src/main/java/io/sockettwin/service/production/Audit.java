package io.sockettwin.service.production;

import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// What became of the devices of a batch.
@Singleton
class Audit {
  private static final int MAX_DOWNLOADS = 100;

  /// For each device of a batch what is known of it. A replacement makes a clean start.
  private static final String DEVICES =
      """
      select d.name, d.activated_at, coalesce(t.session, 0) > 0 as seen, c.first_at as cloned_at,
        c.times as cloned_times, c.evidence,
        array(select h.hardware_id from device_hardware h
              where h.product_id = d.product_id and h.name = d.name
                and h.last_at >= coalesce(
                  (select max(r.at) from hardware_replacement r
                   where r.product_id = d.product_id and r.name = d.name), '-infinity')
              order by h.last_at) as hardware
      from device d
      left join twin t on t.product_id = d.product_id and t.name = d.name
      left join cloned_device c on c.product_id = d.product_id and c.name = d.name
      where d.batch_id = ?
      """;

  private final DataSource database;
  private final BatchStore batches;

  Audit(DataSource database, BatchStore batches) {
    this.database = database;
    this.batches = batches;
  }

  BatchAudit of(UUID batchId) {
    List<Download> downloads = batches.downloads(batchId, MAX_DOWNLOADS);
    return Sql.of("with audited as (" + DEVICES + ")", batchId)
        .add(
            """
            select count(*) as devices,
              count(*) filter (where activated_at is not null) as activated,
              count(*) filter (where not seen and activated_at is null) as never_seen,
              count(*) filter (where cloned_at is not null) as cloned,
              count(*) filter (where cardinality(hardware) > 1) as burned_twice
            from audited
            """)
        .first(
            database,
            row ->
                new BatchAudit(
                    row.getInt("devices"),
                    row.getInt("activated"),
                    row.getInt("never_seen"),
                    row.getInt("cloned"),
                    row.getInt("burned_twice"),
                    downloads))
        .orElseThrow();
  }

  /// The devices of a batch by name, those with the finding only.
  Slice<AuditedDevice> devices(UUID batchId, AuditFinding finding, SliceParams part) {
    Sql sql =
        Sql.of("with audited as (" + DEVICES + ") select * from audited where", batchId)
            .add(
                switch (finding) {
                  case ANY -> "true";
                  case ACTIVATED -> "activated_at is not null";
                  case NEVER_SEEN -> "not seen and activated_at is null";
                  case CLONED -> "cloned_at is not null";
                  case BURNED_TWICE -> "cardinality(hardware) > 1";
                });
    part.cursor(1).ifPresent(after -> sql.add("and name > ?", after.text(0)));
    List<AuditedDevice> found =
        sql.add("order by name limit ?", part.limit()).list(database, Audit::device);
    return Slice.of(found, part, last -> Cursor.at(last.name()), it -> it);
  }

  private static AuditedDevice device(ResultSet row) throws SQLException {
    return new AuditedDevice(
        row.getString("name"),
        Sql.instant(row, "activated_at"),
        row.getBoolean("seen"),
        Sql.instant(row, "cloned_at"),
        row.getInt("cloned_times"),
        row.getString("evidence"),
        List.of((String[]) row.getArray("hardware").getArray()));
  }
}
