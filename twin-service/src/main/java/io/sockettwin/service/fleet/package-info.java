/// The fleet as a whole: who is there, how much is said, and how long each hop takes.
@NullMarked
package io.sockettwin.service.fleet;

import org.jspecify.annotations.NullMarked;
