/// Who else may use a home or a device, and how far that goes.
@NullMarked
package io.sockettwin.service.access.sharing;

import org.jspecify.annotations.NullMarked;
