package io.sockettwin.service.fleet;

/// How long a hop took.
///
/// @param hop its name
/// @param count how often in the last minute
/// @param meanMilliseconds in the last minute
/// @param maxMilliseconds in the last minutes
record HopView(String hop, long count, double meanMilliseconds, double maxMilliseconds) {}
