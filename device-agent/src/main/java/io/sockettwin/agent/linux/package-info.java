/// The few calls of the Linux kernel that a socket's hardware needs and Java does not have.
@NullMarked
package io.sockettwin.agent.linux;

import org.jspecify.annotations.NullMarked;
