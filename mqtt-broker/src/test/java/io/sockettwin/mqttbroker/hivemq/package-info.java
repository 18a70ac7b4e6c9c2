/// Tests of what needs no running broker.
@NullMarked
package io.sockettwin.mqttbroker.hivemq;

import org.jspecify.annotations.NullMarked;
