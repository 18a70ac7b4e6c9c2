/// What people say to devices at once and by hand: actions, remote calls, raw data, broadcasts.
@NullMarked
package io.sockettwin.service.action;

import org.jspecify.annotations.NullMarked;
