package io.sockettwin.service.twin;

/// Where everything from the broker arrives, one call at a time, per device in the order of its
/// doing.
///
/// A call may block while the lanes are full: that is the back-pressure, the broker keeps the rest.
/// Whatever is not committed arrives again after a restart, so it may arrive twice.
public interface Ingest {

  void accept(Arrival arrival);

  /// A session began or ended.
  void accept(Presence presence, Runnable committed);
}
