/// The original firmware's machine, bug for bug, so that fleets of already flashed sockets can be
/// simulated, and that the recordings prove what we understood of it.
@NullMarked
package io.sockettwin.firmware;

import org.jspecify.annotations.NullMarked;
