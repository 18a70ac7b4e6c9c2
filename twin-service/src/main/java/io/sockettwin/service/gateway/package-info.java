/// Devices behind a gateway, which speaks for them (protocol section 9).
@NullMarked
package io.sockettwin.service.gateway;

import org.jspecify.annotations.NullMarked;
