/// The service as stock clients find it: through the real broker and database.
@NullMarked
package io.sockettwin.service.conformance;

import org.jspecify.annotations.NullMarked;
