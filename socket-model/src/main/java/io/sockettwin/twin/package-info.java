/// The service's machine: what the cloud knows of a device, wants of it and answers it.
@NullMarked
package io.sockettwin.twin;

import org.jspecify.annotations.NullMarked;
