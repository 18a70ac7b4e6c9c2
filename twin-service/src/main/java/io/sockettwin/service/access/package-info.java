/// Who may use the REST interface and the pages, and as what.
@NullMarked
package io.sockettwin.service.access;

import org.jspecify.annotations.NullMarked;
