/// Recorded behaviour of the original, as tests read it.
@NullMarked
package io.sockettwin.vectors;

import org.jspecify.annotations.NullMarked;
