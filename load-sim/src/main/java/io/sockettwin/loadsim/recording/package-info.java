/// What happened to one socket, written to a file and played again.
@NullMarked
package io.sockettwin.loadsim.recording;

import org.jspecify.annotations.NullMarked;
