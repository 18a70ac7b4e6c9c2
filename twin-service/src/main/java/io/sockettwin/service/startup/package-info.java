/// What must hold before the application starts, and the one sentence that says why it does not.
@NullMarked
package io.sockettwin.service.startup;

import org.jspecify.annotations.NullMarked;
