/// The socket's session with the cloud, over MQTT.
@NullMarked
package io.sockettwin.agent.link;

import org.jspecify.annotations.NullMarked;
