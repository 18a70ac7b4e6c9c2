package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/// The smart socket, the product every new installation knows (protocol section 13).
@Singleton
public class SocketProduct {
  public static final String ID = "HRDG3CKWWZ";

  private final Products products;
  private final ObjectMapper json;

  SocketProduct(Products products, ObjectMapper json) {
    this.products = products;
    this.json = json;
  }

  /// Creates it where there is no product at all, and says whether it did.
  @Transactional
  public boolean createIfFirst(Instant now) {
    if (products.count() > 0) {
      return false;
    }
    Names names = new Names("Smart socket", "智能插座");
    ProductDraft socket = new ProductDraft(ID, names, template(), null, null, null, null);
    products.create(socket, "first start", now);
    return true;
  }

  private ObjectNode template() {
    try (InputStream file = SocketProduct.class.getResourceAsStream("/socket-template.json")) {
      return json.readValue(file, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
