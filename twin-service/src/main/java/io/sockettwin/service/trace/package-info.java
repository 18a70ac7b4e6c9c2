/// Online debugging: what goes between a device and the service, live and kept for a while.
@NullMarked
package io.sockettwin.service.trace;

import org.jspecify.annotations.NullMarked;
