/// The HLW8032 energy meter: its frames, how they are found in a stream of bytes, and what they
/// say.
@NullMarked
package io.sockettwin.meter;

import org.jspecify.annotations.NullMarked;
