/// Timers on live devices: what people set, when it is due, and that it happens once.
///
/// A timer whose moment is near is claimed ([Claims]): a row for each due time and device is
/// written and the timer moves on to its next moment, in one transaction. When the moment has come,
/// the device's lane is woken ([Clockwork]) and turns the row into a pending control ([TimerSide]),
/// again in one transaction. So neither a crash nor a second replica loses or doubles a firing.
@NullMarked
package io.sockettwin.service.timer;

import org.jspecify.annotations.NullMarked;
