package io.sockettwin.agent.hardware.pi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.sockettwin.agent.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One pin, asked for from the kernel; nobody else can have it meanwhile.
final class GpioLine implements Contact {

  /// As the kernel keeps them for one line unless told otherwise.
  private static final int EVENTS_LIMIT = 16;

  private static final String CONSUMER = "sockettwin";

  private final Descriptor line;

  private GpioLine(Descriptor line) {
    this.line = line;
  }

  /// An output that is inactive from the first moment on.
  static GpioLine output(Pin pin) throws IOException {
    return open(pin, GpioLayout.FLAG_OUTPUT);
  }

  /// An input that tells when it changes, pulled towards inactive.
  static GpioLine input(Pin pin) throws IOException {
    long pull = pin.activeLow() ? GpioLayout.FLAG_BIAS_PULL_UP : GpioLayout.FLAG_BIAS_PULL_DOWN;
    long edges = GpioLayout.FLAG_EDGE_RISING | GpioLayout.FLAG_EDGE_FALLING;
    return open(pin, GpioLayout.FLAG_INPUT | edges | pull);
  }

  private static GpioLine open(Pin pin, long flags) throws IOException {
    try (Descriptor chip = Descriptor.open(pin.device().toString(), 0);
        Arena arena = Arena.ofConfined()) {
      MemorySegment request = request(arena, pin, flags);
      chip.control(pin.device() + " line " + pin.line(), GpioLayout.GET_LINE, request);
      int fd = request.get(JAVA_INT, GpioLayout.offset(GpioLayout.REQUEST, "fd"));
      return new GpioLine(Descriptor.of(fd));
    }
  }

  /// An output's value is not given: the kernel takes it as zero, which is inactive.
  static MemorySegment request(Arena arena, Pin pin, long flags) {
    MemorySegment request = arena.allocate(GpioLayout.REQUEST);
    request.set(JAVA_INT, GpioLayout.offset(GpioLayout.REQUEST, "offsets"), pin.line());
    request.setString(GpioLayout.offset(GpioLayout.REQUEST, "consumer"), CONSUMER);
    long all = flags | (pin.activeLow() ? GpioLayout.FLAG_ACTIVE_LOW : 0);
    request.set(JAVA_LONG, GpioLayout.offset(GpioLayout.REQUEST, "config", "flags"), all);
    request.set(JAVA_INT, GpioLayout.offset(GpioLayout.REQUEST, "num_lines"), 1);
    return request;
  }

  @Override
  public void set(boolean active) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      line.control("setting a pin", GpioLayout.SET_VALUES, values(arena, active ? 1 : 0));
    }
  }

  @Override
  public boolean isActive() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = values(arena, 0);
      line.control("reading a pin", GpioLayout.GET_VALUES, values);
      return (values.get(JAVA_LONG, 0) & 1) != 0;
    }
  }

  private static MemorySegment values(Arena arena, long bits) {
    MemorySegment values = arena.allocate(GpioLayout.VALUES);
    values.set(JAVA_LONG, GpioLayout.offset(GpioLayout.VALUES, "bits"), bits);
    values.set(JAVA_LONG, GpioLayout.offset(GpioLayout.VALUES, "mask"), 1);
    return values;
  }

  @Override
  public List<Boolean> changes(Duration within) throws IOException {
    if (!line.readable(within)) {
      return List.of();
    }
    return changes(line.read(EVENTS_LIMIT * (int) GpioLayout.EVENT.byteSize()));
  }

  static List<Boolean> changes(byte[] events) {
    int length = (int) GpioLayout.EVENT.byteSize();
    int id = (int) GpioLayout.offset(GpioLayout.EVENT, "id");
    ByteBuffer bytes = ByteBuffer.wrap(events).order(ByteOrder.nativeOrder());
    List<Boolean> changes = new ArrayList<>();
    for (int at = 0; at + length <= events.length; at += length) {
      changes.add(bytes.getInt(at + id) == GpioLayout.EVENT_RISING);
    }
    return changes;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
