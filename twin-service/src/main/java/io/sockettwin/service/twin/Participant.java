package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/// A feature that takes part in the transactions of the lanes: what it writes stands or falls with
/// the report, event or control that it follows from. Every bean of this type is one; those with a
/// higher `@Priority` come first.
public interface Participant {

  /// Short and unique; a tag of metrics, and what [Twins#wake] knows it by.
  String name();

  /// Its side in one lane. Called once for each lane, before the lane runs.
  ///
  /// @param own tells the devices of the lane
  Side join(Predicate<DeviceKey> own);

  /// What a participant does in one lane. All calls come from the lane's thread, so it may keep the
  /// state of the lane's devices without locks; what it keeps must have a limit.
  ///
  /// An attempt is: [#load], then [#advanced] and [#woken] in the order of what happened, then
  /// [#write], then the commit. It may fail anywhere. Then comes [#forgetAll] and perhaps another
  /// attempt with the same jobs, so nothing but the database and [LaneTransaction#afterCommit] may
  /// be told of it.
  ///
  /// An exception fails the attempt. Jobs that the database refuses are tried one by one, and the
  /// guilty one is dropped with everything that belongs to it.
  interface Side {

    /// Before the lane runs: time to ask for what was still to come when the service stopped.
    default void start(LaneTransaction transaction) throws SQLException {}

    /// These devices are about to advance or wake: time to read what is not remembered of them, in
    /// one statement. Each device of an attempt is named before anything else is told of it, the
    /// most of them in one call.
    default void load(Set<DeviceKey> devices, LaneTransaction transaction) throws SQLException {}

    /// A twin advanced. A message that was delivered twice is told twice.
    void advanced(Advance advance, LaneTransaction transaction) throws SQLException;

    /// A moment that was asked for with [LaneTransaction#wakeAt] has come, or somebody called
    /// [Twins#wake]. May come without need, after a restart for instance.
    default void woken(DeviceKey device, Instant now, LaneTransaction transaction)
        throws SQLException {}

    /// Everything of this attempt has been told: time to write it, in as few statements as
    /// possible.
    default void write(LaneTransaction transaction) throws SQLException {}

    /// The device was changed or deleted: forget what is remembered of it.
    default void forget(DeviceKey device) {}

    /// An attempt failed: forget what is remembered of all devices, and what was gathered to write.
    default void forgetAll() {}
  }
}
