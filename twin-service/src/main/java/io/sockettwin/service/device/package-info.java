/// Registry of devices: who exists, who may log in.
@NullMarked
package io.sockettwin.service.device;

import org.jspecify.annotations.NullMarked;
