/// A session through a Wi-Fi module with the vendor's AT firmware on a serial line.
@NullMarked
package io.sockettwin.agent.at;

import org.jspecify.annotations.NullMarked;
