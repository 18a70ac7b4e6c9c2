/// Dynamic registration: devices obtain their secret with their product's (protocol section 11).
@NullMarked
package io.sockettwin.service.registration;

import org.jspecify.annotations.NullMarked;
