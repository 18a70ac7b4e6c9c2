/// The live twins: takes what devices send, answers, and keeps what must last.
@NullMarked
package io.sockettwin.service.twin;

import org.jspecify.annotations.NullMarked;
