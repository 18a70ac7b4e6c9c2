package io.sockettwin.agent.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;

/// A serial line without wires: what is written here can be read from the device at its other end,
/// by any program that can open a serial port.
public final class PseudoTerminal implements AutoCloseable {

  private static final int NAME_LIMIT = 64;

  private final Descriptor near;
  private final Path device;

  private PseudoTerminal(Descriptor near, Path device) {
    this.near = near;
    this.device = device;
  }

  public static PseudoTerminal open() throws IOException {
    // As on a line, what nobody takes is lost: a full buffer must not stop the writer.
    Descriptor near =
        Descriptor.open("/dev/ptmx", Descriptor.NO_CONTROLLING_TERMINAL | Descriptor.NON_BLOCKING);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = Libc.capture(arena);
      MemorySegment name = arena.allocate(NAME_LIMIT);
      Descriptor.checked("grantpt", (int) Libc.GRANTPT.invokeExact(errno, near.number()), errno);
      Descriptor.checked("unlockpt", (int) Libc.UNLOCKPT.invokeExact(errno, near.number()), errno);
      int failure = (int) Libc.PTSNAME_R.invokeExact(errno, near.number(), name, (long) NAME_LIMIT);
      if (failure != 0) {
        throw new LinuxException("ptsname_r", failure);
      }
      return new PseudoTerminal(near, Path.of(name.getString(0)));
    } catch (Throwable e) {
      near.close();
      throw Descriptor.asIs(e);
    }
  }

  /// The device at the other end.
  public Path device() {
    return device;
  }

  /// Sends bytes and says how many found room.
  public int write(byte[] bytes) throws IOException {
    return near.write(bytes);
  }

  /// Whether the other end has sent something, or does so within this time.
  public boolean readable(Duration within) throws IOException {
    return near.readable(within);
  }

  /// What the other end has sent, if anything.
  public byte[] read(int limit) throws IOException {
    return near.read(limit);
  }

  /// Pulls the plug: the other end finds its device gone.
  @Override
  public void close() throws IOException {
    near.close();
  }
}
