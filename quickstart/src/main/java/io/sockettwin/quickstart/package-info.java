/// The packaged service and the packaged agent, run together as processes.
@NullMarked
package io.sockettwin.quickstart;

import org.jspecify.annotations.NullMarked;
