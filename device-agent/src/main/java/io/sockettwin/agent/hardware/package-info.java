/// The ports of a socket: what every hardware, real or emulated, has to offer.
@NullMarked
package io.sockettwin.agent.hardware;

import org.jspecify.annotations.NullMarked;
