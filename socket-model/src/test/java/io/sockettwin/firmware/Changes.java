package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// The moments at which a value changed.
final class Changes {

  private final ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
  private final ArrayNode booleans = JsonNodeFactory.instance.arrayNode();
  private long value;

  Changes(long initial) {
    value = initial;
  }

  void put(long now, long next) {
    if (next != value) {
      value = next;
      numbers.addArray().add(now).add(next);
      booleans.addArray().add(now).add(next != 0);
    }
  }

  ArrayNode numbers() {
    return numbers;
  }

  ArrayNode booleans() {
    return booleans;
  }
}
