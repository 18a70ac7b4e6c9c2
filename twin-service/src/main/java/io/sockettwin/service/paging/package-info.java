/// Long lists in pages, and versions of what is listed.
@NullMarked
package io.sockettwin.service.paging;

import org.jspecify.annotations.NullMarked;
