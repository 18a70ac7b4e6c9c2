/// Serial lines, by the operating system's driver.
@NullMarked
package io.sockettwin.agent.serial;

import org.jspecify.annotations.NullMarked;
