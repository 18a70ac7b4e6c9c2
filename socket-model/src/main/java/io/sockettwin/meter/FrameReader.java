package io.sockettwin.meter;

import java.util.Optional;

/// Finds frames in the bytes of the meter's serial line.
///
/// A pause starts a new frame, as in the original. Where bytes were lost without a pause, a hunting
/// reader also looks for the next place that can be a header and tries again from there.
///
/// Owned by one thread; the time of each byte is an argument and must not run backwards.
public final class FrameReader {

  /// A longer pause than this ends a frame (the line is silent between two frames).
  public static final int GAP_MILLISECONDS = 20;

  private final boolean hunting;
  private final int gapMilliseconds;
  private final byte[] bytes = new byte[Frame.LENGTH];
  private int length;
  private long lastByteMilliseconds;

  private FrameReader(boolean hunting, int gapMilliseconds) {
    this.hunting = hunting;
    this.gapMilliseconds = gapMilliseconds;
  }

  /// A reader that resynchronises by pauses and by hunting; it yields trusted frames only.
  public static FrameReader hunting() {
    return hunting(GAP_MILLISECONDS);
  }

  /// A hunting reader for a line whose bytes may come late: it loses nothing by a longer gap, while
  /// a short one would take the delay of a busy machine for the end of a frame.
  public static FrameReader hunting(int gapMilliseconds) {
    return new FrameReader(true, gapMilliseconds);
  }

  /// A reader that resynchronises by pauses alone and believes every checksum, as flashed sockets
  /// do.
  public static FrameReader gapsOnly() {
    return new FrameReader(false, GAP_MILLISECONDS);
  }

  /// Takes the next byte and gives the frame that it completes.
  public Optional<Frame> accept(byte next, long nowMilliseconds) {
    if (nowMilliseconds - lastByteMilliseconds > gapMilliseconds) {
      length = 0;
    }
    lastByteMilliseconds = nowMilliseconds;
    bytes[length++] = next;
    if (length < Frame.LENGTH) {
      return Optional.empty();
    }
    Optional<Frame> frame = Frame.parse(bytes);
    if (!hunting) {
      length = 0;
      return frame;
    }
    if (frame.isPresent() && frame.get().trusted()) {
      length = 0;
      return frame;
    }
    dropToNextHeader();
    return Optional.empty();
  }

  private void dropToNextHeader() {
    int start = 1;
    while (start < Frame.LENGTH && !headerAt(start)) {
      start++;
    }
    length = Frame.LENGTH - start;
    System.arraycopy(bytes, start, bytes, 0, length);
  }

  private boolean headerAt(int at) {
    return Frame.knownState(bytes[at] & 0xFF)
        && (at + 1 == Frame.LENGTH || bytes[at + 1] == Frame.CHECK);
  }
}
