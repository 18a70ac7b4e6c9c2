/// Whose a device is: bound with a token that its owner gave it over Wi-Fi provisioning (protocol
/// sections 8 and 16), or by hand.
@NullMarked
package io.sockettwin.service.binding;

import org.jspecify.annotations.NullMarked;
