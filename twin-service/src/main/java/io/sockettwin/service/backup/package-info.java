/// All that an installation must not lose, in one file, and an installation made of such a file.
@NullMarked
package io.sockettwin.service.backup;

import org.jspecify.annotations.NullMarked;
