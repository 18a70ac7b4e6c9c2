package io.sockettwin.service.fleet;

import java.util.List;

/// The devices of a product, one letter each: long lists of names and states stay small.
///
/// @param names in order
/// @param states of each in the same order: `o`nline, `s`ilent, of`f`line, `n`ever connected
/// @param total how many there are, listed or not
record FleetMap(String productId, List<String> names, String states, long total) {
  static final int MAX_DEVICES = 20_000;
}
