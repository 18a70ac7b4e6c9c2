/// Homes and their rooms. Devices say themselves where they are.
@NullMarked
package io.sockettwin.service.home;

import org.jspecify.annotations.NullMarked;
