/// The words between a device and its cloud: topics, messages, credentials and registration, read
/// tolerantly and written exactly.
@NullMarked
package io.sockettwin.wire;

import org.jspecify.annotations.NullMarked;
