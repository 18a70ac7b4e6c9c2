/// The live twins: takes what devices send, answers, and keeps what must last.
///
/// A message goes from [Ingest] to the [Lane] of its device. The lane takes what waits as one
/// [Batch], reads the twins it does not remember, advances them, writes everything in one
/// transaction, and after the commit lets the effects out: answers, acknowledgements, news.
///
/// Other features take part in that transaction as a [Participant]. This one keeps the count of
/// each device's switchings, and wakes up when one has been on for an hour:
///
/// ```
/// @Singleton
/// final class Switchings implements Participant {
///   public String name() { return "switchings"; }
///
///   public Side join(Predicate<DeviceKey> own) { return new Counting(); }
/// }
///
/// final class Counting implements Participant.Side {
///   private final List<DeviceKey> switched = new ArrayList<>();
///
///   public void advanced(Advance advance, LaneTransaction transaction) {
///     if (isOn(advance.step().state()) && !isOn(advance.before())) {
///       switched.add(advance.device());
///       transaction.wakeAt(advance.device(), advance.at().plus(HOUR));
///     }
///   }
///
///   public void woken(DeviceKey device, Instant now, LaneTransaction transaction) {
///     transaction.follow(new TwinInput.ControlRequested(id, OFF, now.plus(HOUR)));
///   }
///
///   public void write(LaneTransaction transaction) throws SQLException {
///     // one statement for all of them
///     switched.clear();
///   }
///
///   public void forgetAll() { switched.clear(); }
/// }
/// ```
///
/// [History] is the one that keeps reports and events.
@NullMarked
package io.sockettwin.service.twin;

import org.jspecify.annotations.NullMarked;
