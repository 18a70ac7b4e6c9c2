/// What happened to one socket, written to a file step by step and read again.
@NullMarked
package io.sockettwin.agent.recording;

import org.jspecify.annotations.NullMarked;
