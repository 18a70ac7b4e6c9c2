/// The AT commands of the vendor's ESP8266 firmware: both ends of the serial line between a
/// socket's processor and its modem.
@NullMarked
package io.sockettwin.wire.at;

import org.jspecify.annotations.NullMarked;
