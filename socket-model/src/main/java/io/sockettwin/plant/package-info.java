/// The physical side of a socket, from a seed: mains, appliances, and the meter that sees them.
@NullMarked
package io.sockettwin.plant;

import org.jspecify.annotations.NullMarked;
