package io.sockettwin.agent.store;

import io.sockettwin.socket.Load;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.PendingEvent;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.WeeklyTimer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/// A socket's memory as bytes: a format number, the memory, CRC-32C of both.
final class MemoryRecord {

  private static final byte FORMAT = 1;

  private static final byte STATUS_REPORT = 1;
  private static final byte HARDWARE_FAULT = 2;
  private static final byte LOW_VOLTAGE = 3;

  private MemoryRecord() {}

  static byte[] bytes(Memory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(FORMAT);
    out.writeUTF(memory.load().name());
    out.writeLong(memory.nextEventId());
    write(out, memory.schedule());
    out.writeInt(memory.events().size());
    for (PendingEvent pending : memory.events()) {
      out.writeLong(pending.eventId());
      Instant at = pending.raisedAt();
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      write(out, pending.event());
    }
    out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /// Nothing if the bytes are not those of a whole memory.
  static Optional<Memory> parse(byte[] bytes) {
    int length = bytes.length - Integer.BYTES;
    if (length < 1 || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) {
      return Optional.empty();
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    try {
      return in.readByte() == FORMAT ? Optional.of(read(in)) : Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      // Whole, but written by another version: what it says has no meaning here.
      return Optional.empty();
    }
  }

  private static Memory read(DataInputStream in) throws IOException {
    Load load = Load.valueOf(in.readUTF());
    long nextEventId = in.readLong();
    Schedule schedule = schedule(in);
    List<PendingEvent> events = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long eventId = in.readLong();
      Instant raisedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
      events.add(new PendingEvent(eventId, event(in), raisedAt));
    }
    return new Memory(load, schedule, events, nextEventId);
  }

  private static void write(DataOutputStream out, Schedule schedule) throws IOException {
    out.writeUTF(schedule.zone().getId());
    out.writeByte(schedule.timers().size());
    for (WeeklyTimer timer : schedule.timers()) {
      int days = 0;
      for (DayOfWeek day : timer.days()) {
        days |= 1 << day.getValue();
      }
      out.writeByte(days);
      out.writeInt(timer.at().toSecondOfDay());
      out.writeBoolean(timer.on());
      out.writeBoolean(timer.enabled());
    }
  }

  private static Schedule schedule(DataInputStream in) throws IOException {
    ZoneId zone = ZoneId.of(in.readUTF());
    List<WeeklyTimer> timers = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      int bits = in.readUnsignedByte();
      Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
      days.removeIf(day -> (bits >> day.getValue() & 1) == 0);
      LocalTime at = LocalTime.ofSecondOfDay(in.readInt());
      timers.add(new WeeklyTimer(days, at, in.readBoolean(), in.readBoolean()));
    }
    return new Schedule(zone, timers);
  }

  private static void write(DataOutputStream out, SocketEvent event) throws IOException {
    switch (event) {
      case SocketEvent.StatusReport(boolean fault, String message) -> {
        out.writeByte(STATUS_REPORT);
        out.writeBoolean(fault);
        out.writeUTF(message);
      }
      case SocketEvent.HardwareFault(String name, int errorCode) -> {
        out.writeByte(HARDWARE_FAULT);
        out.writeUTF(name);
        out.writeInt(errorCode);
      }
      case SocketEvent.LowVoltage(int millivolts) -> {
        out.writeByte(LOW_VOLTAGE);
        out.writeInt(millivolts);
      }
    }
  }

  private static SocketEvent event(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case STATUS_REPORT -> new SocketEvent.StatusReport(in.readBoolean(), in.readUTF());
      case HARDWARE_FAULT -> new SocketEvent.HardwareFault(in.readUTF(), in.readInt());
      case LOW_VOLTAGE -> new SocketEvent.LowVoltage(in.readInt());
      default -> throw new IOException("no such event: " + kind);
    };
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
