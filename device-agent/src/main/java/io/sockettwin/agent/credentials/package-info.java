/// Who the socket is: where that is read from, how it is obtained, where it is kept.
@NullMarked
package io.sockettwin.agent.credentials;

import org.jspecify.annotations.NullMarked;
