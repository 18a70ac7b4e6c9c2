package io.sockettwin.service.fleet;

import java.util.List;

/// The fleet at a moment.
///
/// @param products that have devices
/// @param now what the meters last said
/// @param hops of the last minute, those that nothing went through too
record FleetView(List<StateCounts> products, Beat now, List<HopView> hops) {

  /// How many devices of a product are in each state.
  record StateCounts(String productId, long online, long silent, long offline, long never) {}
}
