/// Firmware updates over the air: an order for each device, followed to its end (protocol section
/// 9).
@NullMarked
package io.sockettwin.service.firmware;

import org.jspecify.annotations.NullMarked;
