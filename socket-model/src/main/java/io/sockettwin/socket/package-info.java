/// The behaviour of a smart socket as a pure function of state, input and time.
@NullMarked
package io.sockettwin.socket;

import org.jspecify.annotations.NullMarked;
