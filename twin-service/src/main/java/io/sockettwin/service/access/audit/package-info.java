/// Who changed what, or tried to.
@NullMarked
package io.sockettwin.service.access.audit;

import org.jspecify.annotations.NullMarked;
