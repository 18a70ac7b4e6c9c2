package io.sockettwin.service.twin;

/// Where everything from the broker arrives, one call at a time, per device in the order of its
/// doing.
///
/// A call may block while the lanes are full: that is the back-pressure, the broker keeps the rest.
/// Whatever is not committed arrives again after a restart, so it may arrive twice.
///
/// Everything must be committed in the end, refused messages too: the broker hands on the next
/// messages when all it has handed on before are.
public interface Ingest {

  void accept(Arrival arrival);

  /// A session began or ended.
  void accept(SessionChange change, Runnable committed);
}
