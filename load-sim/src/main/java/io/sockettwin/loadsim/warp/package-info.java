/// A run in virtual time, on one thread, with the twins in the same process.
@NullMarked
package io.sockettwin.loadsim.warp;

import org.jspecify.annotations.NullMarked;
