/// Virtual sockets: the machine, the session and the plant of each, what people do to it and what
/// goes wrong with it.
@NullMarked
package io.sockettwin.loadsim.fleet;

import org.jspecify.annotations.NullMarked;
