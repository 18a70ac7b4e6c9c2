/// The channels that operators set up, and who is reached by them.
@NullMarked
package io.sockettwin.service.push.channel;

import org.jspecify.annotations.NullMarked;
