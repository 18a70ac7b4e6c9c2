/// The packaged service and the packaged emulated socket, started and stopped together.
@NullMarked
package io.sockettwin.quickstart;

import org.jspecify.annotations.NullMarked;
