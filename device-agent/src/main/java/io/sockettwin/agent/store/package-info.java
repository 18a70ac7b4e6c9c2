/// What a socket keeps when its power goes.
@NullMarked
package io.sockettwin.agent.store;

import org.jspecify.annotations.NullMarked;
