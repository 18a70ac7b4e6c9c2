/// Groups of devices that somebody put together; a device may be in several.
@NullMarked
package io.sockettwin.service.group;

import org.jspecify.annotations.NullMarked;
