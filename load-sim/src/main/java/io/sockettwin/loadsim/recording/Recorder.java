package io.sockettwin.loadsim.recording;

import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes what happens to one socket of a fleet, a line of JSON for each step.
public final class Recorder implements Trace, AutoCloseable {

  private final int number;
  private final BufferedWriter out;
  private boolean begun;

  /// Records the socket of this number.
  ///
  /// @throws IOException if the file cannot be written
  public Recorder(Path file, int number) throws IOException {
    this.number = number;
    this.out = Files.newBufferedWriter(file);
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
        line(
            new Header(
                Header.VERSION,
                member.device().productId(),
                member.device().deviceName(),
                member.make().firmware(),
                member.make().socket().settings()));
      }
      line(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }

  private void line(Object value) throws IOException {
    out.write(RecordingJson.MAPPER.writeValueAsString(value));
    out.newLine();
  }
}
