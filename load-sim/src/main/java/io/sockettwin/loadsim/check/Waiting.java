package io.sockettwin.loadsim.check;

import io.sockettwin.socket.Report;
import io.sockettwin.wire.ClientToken;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Messages of one socket that wait for their answers. Few at any time, so a list serves.
final class Waiting {

  /// A socket that is answered has one or two; more than this are given up as lost.
  static final int LIMIT = 64;

  private static final int FIRST = 2;

  /// A message that waits.
  ///
  /// @param number upwards in the order of sending; what was due earlier may be sent later
  record One(ClientToken token, int number, long dueNanos, @Nullable Report report) {}

  private One[] ones = new One[FIRST];
  private int size;

  /// The one that had to make room; null if there was some.
  @Nullable One add(One one) {
    One given = size == LIMIT ? remove(0) : null;
    if (size == ones.length) {
      ones = Arrays.copyOf(ones, size * 2);
    }
    ones[size++] = one;
    return given;
  }

  boolean contains(ClientToken token) {
    return find(token) >= 0;
  }

  /// Takes out the one with this token; null if none has it.
  @Nullable One take(ClientToken token) {
    int at = find(token);
    return at < 0 ? null : remove(at);
  }

  int size() {
    return size;
  }

  One get(int at) {
    return ones[at];
  }

  void clear() {
    size = 0;
    ones = new One[FIRST];
  }

  private int find(ClientToken token) {
    for (int i = 0; i < size; i++) {
      if (ones[i].token().equals(token)) {
        return i;
      }
    }
    return -1;
  }

  private One remove(int at) {
    One one = ones[at];
    System.arraycopy(ones, at + 1, ones, at, --size - at);
    return one;
  }
}
