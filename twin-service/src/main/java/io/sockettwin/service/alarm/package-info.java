/// Alarm rules on live devices: flows, the episodes they find, and the alarms that people see.
///
/// A flow of package `io.sockettwin.flow` runs inside the lanes ([FlowSide]): what it remembers,
/// the alarms it raises and the notices that tell of them are committed with the message they
/// follow from.
@NullMarked
package io.sockettwin.service.alarm;

import org.jspecify.annotations.NullMarked;
