/// A socket without hardware: the ports on an emulated plant, and a hand to touch it.
@NullMarked
package io.sockettwin.agent.emulated;

import org.jspecify.annotations.NullMarked;
