/// Secrets that must be kept in recoverable form, sealed before they reach the database.
@NullMarked
package io.sockettwin.service.seal;

import org.jspecify.annotations.NullMarked;
