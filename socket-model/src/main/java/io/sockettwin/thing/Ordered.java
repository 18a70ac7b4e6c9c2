package io.sockettwin.thing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Unmodifiable maps that keep the template's order, which tables and panels show.
final class Ordered {
  private Ordered() {}

  static <K, V> SequencedMap<K, V> copyOf(Map<K, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }
}
