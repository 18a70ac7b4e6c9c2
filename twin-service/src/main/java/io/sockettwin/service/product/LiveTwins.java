package io.sockettwin.service.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// What a new data template would mean for the twins there are.
@Singleton
class LiveTwins {
  private final DataSource database;
  private final ObjectMapper json;

  LiveTwins(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// How many devices the product has.
  int devices(String productId) {
    return Sql.of("select count(*) from device where product_id = ?", productId)
        .first(database, row -> row.getInt(1))
        .orElse(0);
  }

  /// How many twins hold a value of this property that the template does not take.
  int losing(String productId, String property, DataTemplate after) {
    AtomicInteger losing = new AtomicInteger();
    Sql.of(
            "select cast(jsonb_build_object(p.id, t.reported -> p.id -> 'v') as text) from twin t,"
                + " (select cast(? as text) as id) p"
                + " where t.product_id = ? and jsonb_exists(t.reported, p.id)",
            property,
            productId)
        .each(
            database,
            row -> {
              if (after.checkReport(object(row.getString(1))) instanceof Check.Refused) {
                losing.incrementAndGet();
              }
            });
    return losing.get();
  }

  private ObjectNode object(String text) {
    try {
      return json.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database gave no JSON: " + text, e);
    }
  }
}
