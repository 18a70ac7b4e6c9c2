/// The TLS side: devices enter by their pre-shared key or by password, and are passed to the
/// broker.
@NullMarked
package io.sockettwin.service.tls;

import org.jspecify.annotations.NullMarked;
