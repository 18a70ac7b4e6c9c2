/// What a bad network does to messages, and a network in memory that does it.
@NullMarked
package io.sockettwin.loadsim.network;

import org.jspecify.annotations.NullMarked;
