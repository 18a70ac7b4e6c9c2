package io.sockettwin.service.telemetry;

import io.sockettwin.service.telemetry.StoredTemplates.Stored;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/// The layouts of all products, and their tables as a consequence.
@Singleton
class Layouts {
  /// @param version of the product whose template it follows
  private record Known(int version, Layout layout) {}

  private final DataSource database;
  private final StoredTemplates templates;

  /// As many as there are products.
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Layouts(DataSource database, StoredTemplates templates) {
    this.database = database;
    this.templates = templates;
  }

  /// The product's layout, with its tables; empty if there is no such product.
  Optional<Layout> of(String productId) throws SQLException {
    Optional<Stored> stored = templates.find(productId);
    if (stored.isEmpty()) {
      known.remove(productId);
      return Optional.empty();
    }
    Known found = known.get(productId);
    if (found == null || found.version() != stored.get().version()) {
      found = new Known(stored.get().version(), follow(productId, stored.get()));
      known.put(productId, found);
    }
    return Optional.of(found.layout());
  }

  /// The layout by the template as it is now.
  Optional<Layout> renewed(String productId) throws SQLException {
    templates.renewed(productId);
    return of(productId);
  }

  /// Follows products that are new or were changed, here or by another replica.
  ///
  /// @return the ids of all products
  List<String> renewChanged() throws SQLException {
    List<String> all = templates.refresh();
    known.keySet().retainAll(all);
    for (String id : all) {
      of(id);
    }
    return all;
  }

  /// What is known may be wrong: a statement failed.
  void forgetAll() {
    known.clear();
  }

  private Layout follow(String productId, Stored stored) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Layout layout = LayoutStore.follow(connection, productId, stored.template());
        connection.commit();
        return layout;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
