package io.sockettwin.service.device;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Devices that are made many at a time, and their secrets for the production line.
@Singleton
public class DeviceSeries {
  /// What is burned into one device.
  public record Credential(DeviceKey device, DeviceSecret secret) {}

  /// Takes credentials one by one.
  @FunctionalInterface
  public interface Taker {
    void take(Credential credential);
  }

  /// Rows of one statement.
  private static final Gatherer<String, ?, List<String>> CHUNKS = Gatherers.windowFixed(1_000);

  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;
  private final DeviceSecrets secrets;

  DeviceSeries(DataSource database, DeviceSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /// Makes a device of each name, each with a secret of its own, in the caller's transaction.
  public void create(String productId, UUID batchId, Stream<String> names, Instant now) {
    try (Connection connection = database.getConnection()) {
      for (List<String> chunk : (Iterable<List<String>>) names.gather(CHUNKS)::iterator) {
        Sql.of(
                """
                insert into device (product_id, name, secret, enabled, created_at, version, batch_id)
                select ?, n, decode(s, 'hex'), true, ?, 0, ? from unnest(?, ?) as u(n, s)
                """,
                productId,
                now,
                batchId,
                chunk.toArray(String[]::new),
                chunk.stream().map(name -> sealed(productId, name)).toArray(String[]::new))
            .run(connection);
      }
    } catch (SQLException e) {
      throw UNIQUE_VIOLATION.equals(e.getSQLState()) ? exists(e) : new PersistenceException(e);
    }
  }

  private String sealed(String productId, String name) {
    return HexFormat.of().formatHex(secrets.seal(new DeviceKey(productId, name), secrets.draw()));
  }

  /// Passes on the credentials of a batch by name, any number of them.
  public void each(UUID batchId, Taker taker) {
    Sql.of("select product_id, name, secret from device where batch_id = ? order by name", batchId)
        .stream(
            database,
            row -> {
              DeviceKey device = new DeviceKey(row.getString(1), row.getString(2));
              taker.take(new Credential(device, secrets.open(device, row.getBytes(3))));
            });
  }

  /// Some of the devices of a batch, by name.
  public List<DeviceKey> part(UUID batchId, int skip, int most) {
    return Sql.of(
            "select product_id, name from device where batch_id = ? order by name"
                + " offset ? limit ?",
            batchId,
            skip,
            most)
        .list(database, row -> new DeviceKey(row.getString(1), row.getString(2)));
  }

  /// The database's second sentence names the device.
  private static Refused exists(SQLException e) {
    String detail = String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse("").strip();
    return Problem.of(ProblemCode.ALREADY_EXISTS, "Such a device is there already. " + detail)
        .refused();
  }
}
