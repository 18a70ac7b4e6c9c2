package io.sockettwin.service.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Lists stay quick in a registry of tens of thousands: every filter and order is answered from an
/// index, so no statement reads all devices.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DeviceListPlanTest {
  private static final int DEVICES = 30_000;
  private static final String ID = "00000000-0000-0000-0000-000000000001";

  @Inject DataSource database;

  @BeforeEach
  void fill() throws SQLException {
    run(
        "insert into product select 'PLAN000001', '', '', template, '', 'DISABLED', '{}', now(), 0,"
            + " 1, 0 from product where id = 'HRDG3CKWWZ'",
        "insert into home values ('" + ID + "', 'h', 'UTC', null, null, '', now(), 0)",
        "insert into device_group values ('" + ID + "', 'plan', '', now(), 0)",
        "insert into device (product_id, name, secret, enabled, created_at, version, tags, home_id)"
            + " select 'PLAN000001', 'd' || lpad(i::text, 6, '0'), '', true, now() - i * interval '1 s',"
            + " 0, array['t' || i % 1000], case when i % 1000 = 0 then '"
            + ID
            + "'::uuid end"
            + " from generate_series(1, "
            + DEVICES
            + ") i",
        "insert into device_group_member select '"
            + ID
            + "', product_id, name from device"
            + " where product_id = 'PLAN000001' limit 20",
        "insert into twin select product_id, name, 1, '{}', '{}', '[]', name like '%777', 1, now(), ''"
            + " from device where product_id = 'PLAN000001'",
        "analyze device",
        "analyze twin",
        "analyze device_group_member");
  }

  @AfterEach
  void empty() throws SQLException {
    run(
        "delete from device_group_member where product_id = 'PLAN000001'",
        "delete from twin where product_id = 'PLAN000001'",
        "delete from device where product_id = 'PLAN000001'",
        "delete from product where id = 'PLAN000001'",
        "delete from home where id = '" + ID + "'",
        "delete from device_group where id = '" + ID + "'",
        "analyze device",
        "analyze twin");
  }

  @Test
  void noListReadsAllDevices() {
    Stream.of(
            filter(null, null, null, null, null, null),
            filter("PLAN000001", null, null, null, null, null),
            filter(null, "d0123", null, null, null, null),
            filter(null, null, "t7", null, null, null),
            filter(null, null, null, ID, null, null),
            filter(null, null, null, null, ID, null),
            filter(null, null, null, null, null, "online"))
        .forEach(filter ->
            List.of("name", "-createdAt")
                .forEach(sort ->
                    assertThat(plan(filter, sort))
                        .as("%s by %s", filter, sort)
                        .doesNotContain("Seq Scan on device d")));
  }

  private String plan(DeviceFilter filter, String sort) {
    Sql list = DeviceList.query(filter, Optional.empty(), sort, new SliceParams(50, null));
    return String.join("\n", list.explained().list(database, row -> row.getString(1)));
  }

  private static DeviceFilter filter(
      @Nullable String product,
      @Nullable String prefix,
      @Nullable String tag,
      @Nullable String group,
      @Nullable String home,
      @Nullable String state) {
    return new DeviceFilter(
        product,
        prefix,
        tag == null ? null : List.of(tag),
        group,
        home,
        null,
        null,
        state,
        null,
        null);
  }

  /// In one transaction and without asking every table that refers to a device, thirty thousand
  /// times, whether it does.
  private void run(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }
}
