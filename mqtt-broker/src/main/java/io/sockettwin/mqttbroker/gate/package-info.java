/// What a broker and its host say to each other: plain types, loaded once, seen by both class
/// loaders.
@NullMarked
package io.sockettwin.mqttbroker.gate;

import org.jspecify.annotations.NullMarked;
