package io.sockettwin.service.alarm;

import java.util.List;
import java.util.Map;

/// All flows that run, at one moment, by product.
record ActiveFlows(Map<String, List<ActiveFlow>> byProduct) {
  static final ActiveFlows NONE = new ActiveFlows(Map.of());

  List<ActiveFlow> of(String productId) {
    return byProduct.getOrDefault(productId, List.of());
  }
}
