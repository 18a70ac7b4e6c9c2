/// Tests of the broker as a process of its own.
@NullMarked
package io.sockettwin.mqttbroker.standalone;

import org.jspecify.annotations.NullMarked;
