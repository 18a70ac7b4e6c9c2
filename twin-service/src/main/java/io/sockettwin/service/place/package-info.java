/// Where on earth something is, and what time it is there.
@NullMarked
package io.sockettwin.service.place;

import org.jspecify.annotations.NullMarked;
