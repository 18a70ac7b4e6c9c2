package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// The flows that run, as the lanes see them.
@Singleton
class RunningFlows {
  private static final Logger LOG = Logger.getLogger(RunningFlows.class);

  /// What decides whether a compiled flow is still the same.
  private record Edition(int version, int productVersion) {}

  private record Compiled(Edition edition, Optional<ActiveFlow> flow) {}

  private final DataSource database;
  private final Products products;
  private final ObjectMapper json;

  /// Asked for when needed: the twins know the flows as a participant.
  private final Instance<Twins> twins;

  private final Map<String, Compiled> compiled = new HashMap<>();
  private volatile ActiveFlows active = ActiveFlows.NONE;
  private volatile boolean outdated = true;

  RunningFlows(DataSource database, Products products, ObjectMapper json, Instance<Twins> twins) {
    this.database = database;
    this.products = products;
    this.json = json;
    this.twins = twins;
  }

  ActiveFlows active() throws SQLException {
    if (outdated) {
      read();
    }
    return active;
  }

  /// Somebody saw that a flow was changed.
  void outdated() {
    outdated = true;
  }

  void reload() {
    outdated = true;
    try {
      read();
    } catch (SQLException e) {
      LOG.debugf("Flows are read again later: %s", e.getMessage());
    }
  }

  /// Lets flows judge what devices are like now, though nothing new is heard of them.
  void wake(String productId) {
    List<ActiveFlow> flows = active.of(productId);
    if (flows.stream().noneMatch(ActiveFlow::judgesStates)) {
      return;
    }
    Instant now = Instant.now();
    for (DeviceKey device : devices(productId)) {
      if (flows.stream().anyMatch(flow -> flow.watches(device.deviceName()))) {
        twins.get().wake(FlowParticipant.NAME, device, now);
      }
    }
  }

  private List<DeviceKey> devices(String productId) {
    List<DeviceKey> devices = new ArrayList<>();
    String sql = "select name from twin where product_id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, productId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          devices.add(new DeviceKey(productId, rows.getString(1)));
        }
      }
    } catch (SQLException e) {
      LOG.warnf("%s: devices are judged when they are heard of: %s", productId, e.getMessage());
    }
    return devices;
  }

  private synchronized void read() throws SQLException {
    Map<String, List<ActiveFlow>> byProduct = new HashMap<>();
    Map<String, Compiled> kept = new HashMap<>();
    String sql =
        "select id, product_id, generation, version, content from flow where mode <> 'OFF'"
            + " order by created_at, id";
    outdated = false;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Compiled flow = compiled(rows);
        kept.put(rows.getString(1), flow);
        String productId = rows.getString(2);
        flow.flow()
            .ifPresent(it -> byProduct.computeIfAbsent(productId, _ -> new ArrayList<>()).add(it));
      }
    } catch (SQLException e) {
      outdated = true;
      throw e;
    }
    compiled.clear();
    compiled.putAll(kept);
    active = new ActiveFlows(Map.copyOf(byProduct));
  }

  private Compiled compiled(ResultSet row) throws SQLException {
    String id = row.getString(1);
    Optional<Product> product = product(row.getString(2));
    Edition edition = new Edition(row.getInt(4), product.map(Product::version).orElse(-1));
    Compiled known = compiled.get(id);
    if (known != null && known.edition().equals(edition)) {
      return known;
    }
    FlowDraft draft = content(json, id, row.getString(5));
    int generation = row.getInt(3);
    Optional<ActiveFlow> flow =
        product.flatMap(it ->
            switch (FlowCheck.of(draft, it.template())) {
              case FlowCheck.Sound(var sound, var placeholders) ->
                  Optional.of(
                      new ActiveFlow(id, generation, draft, sound, placeholders, it.template()));
              case FlowCheck.Flawed(var flaws) -> {
                LOG.errorf("Flow %s no longer fits its product and does not run: %s", id, flaws);
                yield Optional.empty();
              }
            });
    return new Compiled(edition, flow);
  }

  /// The lanes wait for a database that is away, and drop what fails otherwise.
  private Optional<Product> product(String id) throws SQLException {
    try {
      return products.find(id);
    } catch (RuntimeException e) {
      throw new SQLException("product " + id + " cannot be read", e);
    }
  }

  static FlowDraft content(ObjectMapper json, String id, String text) {
    try {
      return json.readValue(text, FlowDraft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored flow " + id, e);
    }
  }
}
