package io.sockettwin.loadsim.recording;

import io.sockettwin.agent.recording.Entry;
import io.sockettwin.agent.recording.Header;
import io.sockettwin.agent.recording.RecordingWriter;
import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes what happens to one socket of a fleet, a line of JSON for each step.
public final class Recorder implements Trace, AutoCloseable {

  private final int number;
  private final RecordingWriter out;
  private boolean begun;

  /// Records the socket of this number.
  ///
  /// @throws IOException if the file cannot be written
  public Recorder(Path file, int number) throws IOException {
    this.number = number;
    this.out = new RecordingWriter(file);
  }

  @Override
  public void step(Member member, Instant now, SocketInput input, List<SocketEffect> effects) {
    if (member.number() == number) {
      write(member, new Entry(now, input, effects));
    }
  }

  /// One thread owns the socket; another closes the file.
  private synchronized void write(Member member, Entry entry) {
    try {
      if (!begun) {
        begun = true;
        out.begin(
            new Header(
                Header.VERSION,
                member.device().productId(),
                member.device().deviceName(),
                member.make().firmware(),
                member.make().socket().settings()));
      }
      out.step(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
