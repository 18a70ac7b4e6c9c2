/// The broker as a process of its own, which asks the service about every login over HTTP.
@NullMarked
package io.sockettwin.mqttbroker.standalone;

import org.jspecify.annotations.NullMarked;
