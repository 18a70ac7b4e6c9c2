/// The ports on real parts: a meter on a serial line, relay and button on pins of the kernel's GPIO
/// devices, a WS2812 on an SPI bus.
@NullMarked
package io.sockettwin.agent.hardware.pi;

import org.jspecify.annotations.NullMarked;
