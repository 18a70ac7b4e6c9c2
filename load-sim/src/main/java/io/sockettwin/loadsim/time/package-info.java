/// Time as numbers: what is due next, and how often something is to happen.
@NullMarked
package io.sockettwin.loadsim.time;

import org.jspecify.annotations.NullMarked;
