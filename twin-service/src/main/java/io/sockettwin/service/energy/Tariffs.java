package io.sockettwin.service.energy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The tariffs, and which device has which.
@Singleton
class Tariffs {
  /// The one of devices that have no other.
  static final String DEFAULT = "default";

  private static final String IN_USE = "23503";

  private static final String SELECT = "select id, currency, rates, version from tariff ";

  private static final String OF_DEVICE =
      SELECT
          + "where id = coalesce((select tariff_id from device_tariff where product_id = ? and name = ?), ?)";

  private static final String PUT =
      """
      insert into tariff as t (id, currency, rates, version) values (?, ?, ?::jsonb, 0)
      on conflict (id) do update set currency = excluded.currency, rates = excluded.rates,
        version = t.version + 1
      where ?::integer is null or t.version = ?::integer
      returning id, currency, rates, version
      """;

  private static final String ASSIGN =
      """
      insert into device_tariff (product_id, name, tariff_id) values (?, ?, ?)
      on conflict (product_id, name) do update set tariff_id = excluded.tariff_id
      """;

  private final DataSource database;
  private final ObjectMapper json;

  Tariffs(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  record NamedTariff(String id, Tariff tariff, int version) {}

  List<NamedTariff> all() throws SQLException {
    return select(SELECT + "order by id");
  }

  Optional<NamedTariff> find(String id) throws SQLException {
    return select(SELECT + "where id = ?", CleanText.of(id)).stream().findFirst();
  }

  Optional<NamedTariff> of(DeviceKey device) throws SQLException {
    return select(OF_DEVICE, device.productId(), device.deviceName(), DEFAULT).stream().findFirst();
  }

  /// Creates or changes.
  ///
  /// @param version that it must have now; null for any
  /// @return empty if it has another version
  Optional<NamedTariff> put(String id, Tariff tariff, @Nullable Integer version)
      throws SQLException {
    String rates;
    try {
      rates = json.writeValueAsString(tariff.rates());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + tariff, e);
    }
    return select(PUT, id, tariff.currency(), rates, version, version).stream().findFirst();
  }

  /// Deletes it, if nobody needs it.
  ///
  /// @return false when devices still have it
  boolean delete(String id) throws SQLException {
    try {
      update("delete from tariff where id = ?", id);
      return true;
    } catch (SQLException e) {
      if (IN_USE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /// Gives the device a tariff of its own.
  ///
  /// @return false when there is no such tariff
  boolean assign(DeviceKey device, String id) throws SQLException {
    try {
      update(ASSIGN, device.productId(), device.deviceName(), CleanText.of(id));
      return true;
    } catch (SQLException e) {
      if (IN_USE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /// Gives the device the default tariff back.
  void unassign(DeviceKey device) throws SQLException {
    update(
        "delete from device_tariff where product_id = ? and name = ?",
        device.productId(),
        device.deviceName());
  }

  private void update(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.of(sql, values).run(connection);
    }
  }

  private List<NamedTariff> select(String sql, @Nullable Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.of(sql, values)
          .list(
              connection,
              row ->
                  new NamedTariff(
                      row.getString(1),
                      new Tariff(row.getString(2), rates(row.getString(3))),
                      row.getInt(4)));
    }
  }

  private List<Tariff.Rate> rates(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was written: " + text, e);
    }
  }
}
