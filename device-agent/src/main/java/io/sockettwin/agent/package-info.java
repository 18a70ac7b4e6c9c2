/// A socket that runs: the pure logic with a thread, a clock, hardware, a store and a way to the
/// cloud.
@NullMarked
package io.sockettwin.agent;

import org.jspecify.annotations.NullMarked;
