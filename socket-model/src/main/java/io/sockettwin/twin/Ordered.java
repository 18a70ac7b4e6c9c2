package io.sockettwin.twin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Unmodifiable maps that keep their order.
final class Ordered {
  private static final Class<?> UNMODIFIABLE = seal(new LinkedHashMap<>()).getClass();

  private Ordered() {}

  /// A map that is unmodifiable already is taken as it is: in the core such maps are made only of
  /// copies, and twins hand theirs on with each report.
  static <K, V> SequencedMap<K, V> copyOf(SequencedMap<K, V> map) {
    return map.getClass() == UNMODIFIABLE ? map : seal(new LinkedHashMap<>(map));
  }

  /// For a map that its maker gives away.
  static <K, V> SequencedMap<K, V> seal(SequencedMap<K, V> map) {
    return Collections.unmodifiableSequencedMap(map);
  }

  /// A modifiable copy with room for more.
  static <K, V> SequencedMap<K, V> toExtend(Map<K, V> map, int more) {
    SequencedMap<K, V> copy = LinkedHashMap.newLinkedHashMap(map.size() + more);
    copy.putAll(map);
    return copy;
  }
}
