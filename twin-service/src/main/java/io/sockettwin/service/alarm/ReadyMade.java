package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.product.SocketProduct;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/// Gives the socket its flows, switched off. Only once: what somebody deleted stays deleted.
@Singleton
class ReadyMade {
  /// After the socket itself.
  private static final int AFTER_SEED = Interceptor.Priority.APPLICATION + 600;

  private final Flows flows;
  private final FlowRepository rows;
  private final Products products;
  private final ObjectMapper json;

  ReadyMade(Flows flows, FlowRepository rows, Products products, ObjectMapper json) {
    this.flows = flows;
    this.rows = rows;
    this.products = products;
    this.json = json;
  }

  @Transactional
  void atStart(@Observes @Priority(AFTER_SEED) StartupEvent started) {
    if (products.find(SocketProduct.ID).isEmpty() || !isFirst()) {
      return;
    }
    Instant now = Instant.now();
    drafts().forEach((id, draft) -> flows.create(id, draft, FlowVersions.NOBODY, now));
  }

  private boolean isFirst() {
    return rows.getEntityManager()
            .createNativeQuery(
                "insert into flow_ready_made values (:product) on conflict do nothing")
            .setParameter("product", SocketProduct.ID)
            .executeUpdate()
        == 1;
  }

  private Map<String, FlowDraft> drafts() {
    try (InputStream file = ReadyMade.class.getResourceAsStream("/socket-flows.json")) {
      return json.readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
