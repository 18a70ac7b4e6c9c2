package io.sockettwin.timer;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whose clocks and whose sun a rule goes by.
///
/// @param place null if it is not known; rules of the sun need one
public record Where(ZoneId zone, @Nullable Place place) {}
