/// The MQTT side: the broker, who may enter it, and the service's own session with it.
@NullMarked
package io.sockettwin.service.broker;

import org.jspecify.annotations.NullMarked;
