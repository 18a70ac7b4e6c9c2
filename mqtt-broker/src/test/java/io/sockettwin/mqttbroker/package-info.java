/// Tests against the real broker.
@NullMarked
package io.sockettwin.mqttbroker;

import org.jspecify.annotations.NullMarked;
