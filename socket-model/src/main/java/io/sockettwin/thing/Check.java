package io.sockettwin.thing;

import java.util.SequencedMap;

/// Whether values from outside fit the data template.
public sealed interface Check {
  int NOT_PARSABLE = 403;
  int NOT_DEFINED = 404;
  int TOO_OLD = 405;
  int DOES_NOT_FIT = 406;

  /// The typed values, in the order they came.
  record Accepted(SequencedMap<String, Value> values) implements Check {
    public Accepted {
      values = Ordered.copyOf(values);
    }
  }

  /// The code and status a device is answered with (protocol sections 5.1, 6 and 18), and for
  /// people the `reason`, which names the value at fault.
  record Refused(int code, String status, String reason) implements Check {}
}
