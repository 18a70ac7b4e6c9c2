package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Writes a line for each step of each machine: two runs are the same if their files are.
public final class TraceWriter implements Trace {

  private final OutputStream out;

  public TraceWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void step(Member member, Instant now, SocketInput input, List<SocketEffect> effects) {
    String line = "%s %d %s -> %s\n".formatted(now, member.number(), input, effects);
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
