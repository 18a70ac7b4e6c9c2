/// Brings what was enqueued to its recipients: at least once each, not too much at a time, over
/// failures and restarts, by as many replicas as there are.
@NullMarked
package io.sockettwin.service.push.outbox;

import org.jspecify.annotations.NullMarked;
