package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.report.Moment;

/// Is told how a run goes.
public interface Progress {

  /// Something that takes its time before or after the run itself.
  void preparing(String what, int done, int of);

  /// A second has passed.
  ///
  /// @param losses the latest reason why an attempt to connect failed; empty if none did
  void moment(Moment moment, double ofSeconds, String losses);

  void phase(String what);

  /// Something went wrong that does not end the run.
  void warning(String sentence);
}
