package io.sockettwin.agent.hardware.pi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/// The part of the kernel's `linux/gpio.h` that is used here: version 2 of the interface, which is
/// there from kernel 5.10 on and the same on all architectures.
final class GpioLayout {

  static final long GET_LINE = 0xC250B407L;
  static final long GET_VALUES = 0xC010B40EL;
  static final long SET_VALUES = 0xC010B40FL;

  static final long FLAG_ACTIVE_LOW = 1 << 1;
  static final long FLAG_INPUT = 1 << 2;
  static final long FLAG_OUTPUT = 1 << 3;
  static final long FLAG_EDGE_RISING = 1 << 4;
  static final long FLAG_EDGE_FALLING = 1 << 5;
  static final long FLAG_BIAS_PULL_UP = 1 << 8;
  static final long FLAG_BIAS_PULL_DOWN = 1 << 9;

  /// The contact became active; the other kind is that it became inactive.
  static final int EVENT_RISING = 1;

  private static final int MAX_LINES = 64;
  private static final int MAX_NAME = 32;
  private static final int MAX_ATTRIBUTES = 10;

  static final StructLayout ATTRIBUTE =
      MemoryLayout.structLayout(
          JAVA_INT.withName("id"), JAVA_INT.withName("padding"), JAVA_LONG.withName("values"));

  static final StructLayout CONFIG_ATTRIBUTE =
      MemoryLayout.structLayout(ATTRIBUTE.withName("attr"), JAVA_LONG.withName("mask"));

  static final StructLayout CONFIG =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("flags"),
          JAVA_INT.withName("num_attrs"),
          MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
          MemoryLayout.sequenceLayout(MAX_ATTRIBUTES, CONFIG_ATTRIBUTE).withName("attrs"));

  static final StructLayout REQUEST =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(MAX_LINES, JAVA_INT).withName("offsets"),
          MemoryLayout.sequenceLayout(MAX_NAME, JAVA_BYTE).withName("consumer"),
          CONFIG.withName("config"),
          JAVA_INT.withName("num_lines"),
          JAVA_INT.withName("event_buffer_size"),
          MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
          JAVA_INT.withName("fd"));

  static final StructLayout VALUES =
      MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

  static final StructLayout EVENT =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("timestamp_ns"),
          JAVA_INT.withName("id"),
          JAVA_INT.withName("offset"),
          JAVA_INT.withName("seqno"),
          JAVA_INT.withName("line_seqno"),
          MemoryLayout.sequenceLayout(6, JAVA_INT).withName("padding"));

  private GpioLayout() {}

  static long offset(StructLayout layout, String... names) {
    PathElement[] path = new PathElement[names.length];
    for (int i = 0; i < names.length; i++) {
      path[i] = PathElement.groupElement(names[i]);
    }
    return layout.byteOffset(path);
  }
}
