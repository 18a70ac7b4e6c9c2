/// A run against a service over the network in real time.
@NullMarked
package io.sockettwin.loadsim.live;

import org.jspecify.annotations.NullMarked;
