/// The local page: the socket to look at and to touch in a browser on the same machine.
@NullMarked
package io.sockettwin.agent.page;

import org.jspecify.annotations.NullMarked;
