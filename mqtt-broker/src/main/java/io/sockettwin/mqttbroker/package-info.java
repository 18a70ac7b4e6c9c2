/// Starts HiveMQ CE inside another program, behind a class loader of its own.
@NullMarked
package io.sockettwin.mqttbroker;

import org.jspecify.annotations.NullMarked;
