package io.sockettwin.service.telemetry;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.service.database.EmbeddedDatabase;
import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Twin;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinInput.Said;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// The history on a real database, fed as a lane feeds it.
public final class TelemetryBench implements AutoCloseable {
  public static final String PRODUCT = "HRDG3CKWWZ";

  private static final int CONNECTIONS = 4;

  public final AgroalDataSource database;
  public final StoredTemplates templates;
  public final Partitions partitions;
  final Layouts layouts;
  final SimpleMeterRegistry counters = new SimpleMeterRegistry();
  final TelemetryMetrics metrics = new TelemetryMetrics(counters);
  private final EmbeddedDatabase server;

  /// What lanes know, which may be what was true a moment ago.
  private final StoredTemplates lanes;

  /// @param migratedTo the last migration that is carried out
  TelemetryBench(Path folder, String migratedTo) {
    server = EmbeddedDatabase.start(folder, TestSurroundings.UNPACKED_SERVER);
    database = pool(server.address());
    templates = new StoredTemplates(database);
    partitions = new Partitions(database);
    layouts = new Layouts(database, templates);
    lanes = new StoredTemplates(database);
    migrate(migratedTo);
  }

  private static AgroalDataSource pool(DatabaseAddress address) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(pool ->
                  pool.maxSize(CONNECTIONS)
                      .connectionFactoryConfiguration(connection ->
                          connection
                              .jdbcUrl(address.jdbcUrl())
                              .principal(new NamePrincipal(address.username()))
                              .credential(new SimplePassword(address.password())))));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public TelemetryBench(Path folder) {
    this(folder, "latest");
    product(PRODUCT, socketTemplate());
  }

  void migrate(String to) {
    Flyway.configure().dataSource(database).target(to).load().migrate();
  }

  static String socketTemplate() {
    try (var in = TelemetryBench.class.getResourceAsStream("/socket-template.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void product(String id, String template) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into product (id, name_en, name_zh, template, secret, registration, panel,"
                    + " created_at, version) values (?, 'X', 'X', ?, '', 'DISABLED', '{}', now(), 0)"
                    + " on conflict (id) do update set template = excluded.template,"
                    + " version = product.version + 1")) {
      statement.setString(1, id);
      statement.setString(2, template);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public DeviceKey device(String name) {
    return device(PRODUCT, name);
  }

  DeviceKey device(String productId, String name) {
    ask(
        "insert into device (product_id, name, secret, enabled, created_at, version)"
            + " values ('%s', '%s', '', true, now(), 0)".formatted(productId, name));
    return new DeviceKey(productId, name);
  }

  /// Tables and lanes learn what products are now.
  void learn() throws SQLException {
    layouts.renewChanged();
    lanes.refresh();
  }

  HistoryWriter writer() {
    return new HistoryWriter(layouts, partitions, metrics);
  }

  /// One message of a device.
  public record Heard(DeviceKey device, String subject, String payload, Instant receivedAt) {
    public static Heard report(
        DeviceKey device, Instant receivedAt, @Nullable Instant said, String params) {
      String timestamp = said == null ? "" : "\"timestamp\":" + said.toEpochMilli() + ",";
      String payload =
          "{\"method\":\"report\",\"clientToken\":\"t\",%s\"params\":%s}"
              .formatted(timestamp, params);
      return new Heard(device, "property", payload, receivedAt);
    }
  }

  /// Lets a lane's side take part in one transaction with these messages.
  public void commit(Participant.Side side, List<Heard> messages) throws SQLException {
    List<Runnable> effects = new ArrayList<>();
    try (Connection connection = lane()) {
      LaneTransaction transaction = new Open(connection, effects);
      try {
        for (Heard heard : messages) {
          side.load(Set.of(heard.device()), transaction);
          side.advanced(advance(heard), transaction);
        }
        side.write(transaction);
        connection.commit();
      } catch (SQLException e) {
        side.forgetAll();
        throw e;
      }
    }
    effects.forEach(Runnable::run);
  }

  /// Commits batches one after the other.
  ///
  /// @return how long that took, without decoding them, in nanoseconds
  long commitAll(Participant.Side side, List<List<Heard>> batches) throws SQLException {
    long nanos = 0;
    try (Connection connection = lane()) {
      for (List<Heard> batch : batches) {
        List<Advance> advances = new ArrayList<>();
        for (Heard heard : batch) {
          advances.add(advance(heard));
        }
        List<Runnable> effects = new ArrayList<>();
        long began = System.nanoTime();
        LaneTransaction transaction = new Open(connection, effects);
        side.load(devices(batch), transaction);
        for (Advance advance : advances) {
          side.advanced(advance, transaction);
        }
        side.write(transaction);
        connection.commit();
        nanos += System.nanoTime() - began;
        effects.forEach(Runnable::run);
      }
    }
    return nanos;
  }

  private static Set<DeviceKey> devices(List<Heard> batch) {
    return batch.stream().map(Heard::device).collect(Collectors.toSet());
  }

  private Connection lane() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /// Wakes a lane's side for a device.
  public void wake(Participant.Side side, DeviceKey device) throws SQLException {
    List<Runnable> effects = new ArrayList<>();
    try (Connection connection = lane()) {
      LaneTransaction transaction = new Open(connection, effects);
      side.load(Set.of(device), transaction);
      side.woken(device, Instant.now(), transaction);
      side.write(transaction);
      connection.commit();
    }
    effects.forEach(Runnable::run);
  }

  private Advance advance(Heard heard) throws SQLException {
    Topic topic =
        Topic.parse("$thing/up/%s/%s".formatted(heard.subject(), heard.device())).orElseThrow();
    byte[] payload = heard.payload().getBytes(StandardCharsets.UTF_8);
    if (!(MessageCodec.decodeUp(topic, payload)
        instanceof Decoded.Understood<Message.Up>(var up))) {
      throw new AssertionError("not understood: " + heard);
    }
    DataTemplate template = lanes.find(heard.device().productId()).orElseThrow().template();
    TwinInput said = new Said(up);
    return new Advance(
        heard.device(),
        TwinState.UNKNOWN,
        said,
        heard.receivedAt(),
        new Twin(template).advance(TwinState.UNKNOWN, said, heard.receivedAt()));
  }

  private record Open(Connection connection, List<Runnable> effects) implements LaneTransaction {
    @Override
    public void afterCommit(Runnable effect) {
      effects.add(effect);
    }

    @Override
    public void wakeAt(DeviceKey device, @Nullable Instant at) {}

    @Override
    public void follow(TwinInput input) {}
  }

  /// The first column of the first row.
  public String ask(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    server.close();
  }
}
