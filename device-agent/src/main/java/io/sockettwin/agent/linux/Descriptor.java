package io.sockettwin.agent.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/// An open device. Close it when no other thread is in one of its calls: its number may soon belong
/// to something else.
public final class Descriptor implements AutoCloseable {

  /// Flags of `open`, the same on x86-64 and ARM64 (asm-generic/fcntl.h).
  public static final int READ_WRITE = 2;

  public static final int NO_CONTROLLING_TERMINAL = 0x100;
  public static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;

  private static final short POLL_IN = 1;
  private static final int POLLFD_EVENTS = 4;

  private final int number;
  private boolean open = true;

  private Descriptor(int number) {
    this.number = number;
  }

  /// Opens a device for reading and writing.
  public static Descriptor open(String path, int flags) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      MemorySegment errno = Libc.capture(arena);
      int result = (int) Libc.OPEN.invokeExact(errno, name, READ_WRITE | CLOSE_ON_EXEC | flags);
      return new Descriptor((int) checked(path, result, errno));
    } catch (Throwable e) {
      throw asIs(e);
    }
  }

  /// One that another call has made.
  public static Descriptor of(int number) {
    return new Descriptor(number);
  }

  /// Has the driver do something with what is in `argument`.
  public void control(String name, long request, MemorySegment argument) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = Libc.capture(arena);
      int result = (int) Libc.IOCTL.invokeExact(errno, number, request, argument);
      checked(name, result, errno);
    } catch (Throwable e) {
      throw asIs(e);
    }
  }

  /// Whether there is something to read, at once or within this time.
  public boolean readable(Duration within) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = Libc.capture(arena);
      MemorySegment watched = arena.allocate(Libc.POLLFD);
      watched.set(JAVA_INT, 0, number);
      watched.set(JAVA_SHORT, POLLFD_EVENTS, POLL_IN);
      int result = (int) Libc.POLL.invokeExact(errno, watched, 1L, (int) within.toMillis());
      boolean interrupted = result < 0 && isNothingYet(Libc.errno(errno));
      return !interrupted && checked("poll", result, errno) > 0;
    } catch (Throwable e) {
      throw asIs(e);
    }
  }

  /// Reads up to so many bytes; none if it is non-blocking and there are none.
  public byte[] read(int limit) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(limit);
      long count = transfer("read", Libc.READ, arena, bytes);
      return bytes.asSlice(0, count).toArray(JAVA_BYTE);
    }
  }

  /// Writes bytes and says how many were taken, which may be none if it is non-blocking.
  public int write(byte[] bytes) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return (int) transfer("write", Libc.WRITE, arena, arena.allocateFrom(JAVA_BYTE, bytes));
    }
  }

  private long transfer(String name, MethodHandle call, Arena arena, MemorySegment bytes)
      throws IOException {
    try {
      MemorySegment errno = Libc.capture(arena);
      long result = (long) call.invokeExact(errno, number, bytes, bytes.byteSize());
      if (result < 0 && isNothingYet(Libc.errno(errno))) {
        return 0;
      }
      return checked(name, result, errno);
    } catch (Throwable e) {
      throw asIs(e);
    }
  }

  private static boolean isNothingYet(int errno) {
    return errno == LinuxException.EAGAIN || errno == LinuxException.EINTR;
  }

  int number() {
    return number;
  }

  @Override
  public synchronized void close() throws IOException {
    if (!open) {
      return;
    }
    open = false;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = Libc.capture(arena);
      checked("close", (int) Libc.CLOSE.invokeExact(errno, number), errno);
    } catch (Throwable e) {
      throw asIs(e);
    }
  }

  static long checked(String call, long result, MemorySegment errno) throws LinuxException {
    if (result < 0) {
      throw new LinuxException(call, Libc.errno(errno));
    }
    return result;
  }

  /// Method handles declare all that can be thrown.
  static IOException asIs(Throwable thrown) {
    return switch (thrown) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    };
  }
}
