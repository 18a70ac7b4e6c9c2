/// How often somebody may do something.
@NullMarked
package io.sockettwin.service.rate;

import org.jspecify.annotations.NullMarked;
