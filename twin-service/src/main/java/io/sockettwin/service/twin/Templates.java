package io.sockettwin.service.twin;

import io.sockettwin.thing.DataTemplate;
import java.sql.SQLException;
import java.util.Optional;

/// Where data templates are found.
interface Templates {

  /// The product's template; empty if there is no such product.
  ///
  /// @throws SQLException when that cannot be told, because the database is away
  Optional<DataTemplate> template(String productId) throws SQLException;
}
