/// The part that knows HiveMQ, loaded behind the class loader wall only.
@NullMarked
package io.sockettwin.mqttbroker.hivemq;

import org.jspecify.annotations.NullMarked;
