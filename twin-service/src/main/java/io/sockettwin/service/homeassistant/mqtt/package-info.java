/// The connection with Home Assistant's broker.
@NullMarked
package io.sockettwin.service.homeassistant.mqtt;

import org.jspecify.annotations.NullMarked;
