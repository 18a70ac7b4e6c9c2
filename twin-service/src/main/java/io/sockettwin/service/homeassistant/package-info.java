/// Shows devices to Home Assistant: announced over its own MQTT broker, kept up to date there, and
/// switched from there. [Discovery], [States] and [Orders] decide; [Bridge] carries out.
@NullMarked
package io.sockettwin.service.homeassistant;

import org.jspecify.annotations.NullMarked;
