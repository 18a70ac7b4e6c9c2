/// SQL as text, together with its parameters.
@NullMarked
package io.sockettwin.service.sql;

import org.jspecify.annotations.NullMarked;
