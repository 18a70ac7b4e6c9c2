/// What went wrong with a request, told the same way everywhere (RFC 9457).
@NullMarked
package io.sockettwin.service.problem;

import org.jspecify.annotations.NullMarked;
