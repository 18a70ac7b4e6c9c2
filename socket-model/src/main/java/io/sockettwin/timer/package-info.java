/// When timers are due: rules of time as pure functions of the moment before.
@NullMarked
package io.sockettwin.timer;

import org.jspecify.annotations.NullMarked;
