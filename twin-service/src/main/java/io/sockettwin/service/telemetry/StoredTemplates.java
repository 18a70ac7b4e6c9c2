package io.sockettwin.service.telemetry;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// The data templates, for what runs in lanes: read past their feature, since a lane must hear of
/// an absent database as such, and must not begin a transaction of its own.
@Singleton
public class StoredTemplates {
  /// A template as it was read.
  ///
  /// @param version of the product
  public record Stored(int version, DataTemplate template) {}

  private final DataSource database;

  /// As many as there are products.
  private final Map<String, Stored> known = new ConcurrentHashMap<>();

  public StoredTemplates(DataSource database) {
    this.database = database;
  }

  /// The product's template as it was at the last [#refresh]; empty if there is no such product.
  public Optional<Stored> find(String productId) throws SQLException {
    Stored found = known.get(productId);
    return found == null ? renewed(productId) : Optional.of(found);
  }

  /// The product's template as it is now.
  Optional<Stored> renewed(String productId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select version, template from product where id = ?")) {
      statement.setString(1, productId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          known.remove(productId);
          return Optional.empty();
        }
        Stored stored = new Stored(row.getInt(1), template(productId, row.getString(2)));
        known.put(productId, stored);
        return Optional.of(stored);
      }
    }
  }

  /// Forgets what has changed, here or by another replica, or is gone.
  ///
  /// @return the ids of all products
  List<String> refresh() throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select id, version from product order by id");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        String id = rows.getString(1);
        int version = rows.getInt(2);
        all.add(id);
        known.computeIfPresent(id, (_, old) -> old.version() == version ? old : null);
      }
    }
    known.keySet().retainAll(all);
    return all;
  }

  private static DataTemplate template(String productId, String json) {
    return switch (DataTemplate.parse(json)) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(var problems) ->
          throw new IllegalStateException("stored template of " + productId + ": " + problems);
    };
  }
}
