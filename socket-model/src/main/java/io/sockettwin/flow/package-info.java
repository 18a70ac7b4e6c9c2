/// Alarm rules: what of a device's life counts as an episode, when it begins and when it ends.
@NullMarked
package io.sockettwin.flow;

import org.jspecify.annotations.NullMarked;
