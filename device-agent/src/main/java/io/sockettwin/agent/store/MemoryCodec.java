package io.sockettwin.agent.store;

import io.sockettwin.socket.KeptCountdown;
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
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

/// A memory as bytes. Enumerations go by their names: their order may change in a later version.
final class MemoryCodec {

  private static final int VERSION = 2;

  /// Before countdowns were kept.
  private static final int VERSION_WITHOUT_COUNTDOWN = 1;

  private static final int STATUS_REPORT = 1;
  private static final int HARDWARE_FAULT = 2;
  private static final int LOW_VOLTAGE = 3;

  private MemoryCodec() {}

  static byte[] encode(Memory memory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      out.writeUTF(memory.load().name());
      write(out, memory.countdown());
      out.writeUTF(memory.schedule().zone().getId());
      out.writeByte(memory.schedule().timers().size());
      for (WeeklyTimer timer : memory.schedule().timers()) {
        write(out, timer);
      }
      out.writeLong(memory.nextEventId());
      out.writeByte(memory.events().size());
      for (PendingEvent pending : memory.events()) {
        out.writeLong(pending.eventId());
        write(out, pending.raisedAt());
        write(out, pending.event());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no stream of bytes fails", e);
    }
    return bytes.toByteArray();
  }

  /// Nothing if the bytes are of another version, or of none.
  static Optional<Memory> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION && version != VERSION_WITHOUT_COUNTDOWN) {
        return Optional.empty();
      }
      Load load = Load.valueOf(in.readUTF());
      KeptCountdown countdown = version == VERSION ? countdown(in) : null;
      Schedule schedule = schedule(in);
      long nextEventId = in.readLong();
      int count = in.readUnsignedByte();
      List<PendingEvent> events = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        long eventId = in.readLong();
        Instant raisedAt = instant(in);
        events.add(new PendingEvent(eventId, event(in), raisedAt));
      }
      return Optional.of(new Memory(load, countdown, schedule, events, nextEventId));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void write(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant instant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  /// Its length, which is zero for none, then the rest.
  private static void write(DataOutputStream out, @Nullable KeptCountdown countdown)
      throws IOException {
    out.writeInt(countdown == null ? 0 : countdown.seconds());
    if (countdown != null) {
      write(out, countdown.endsAt());
      out.writeBoolean(countdown.targetOn());
    }
  }

  private static @Nullable KeptCountdown countdown(DataInputStream in) throws IOException {
    int seconds = in.readInt();
    return seconds == 0 ? null : new KeptCountdown(instant(in), seconds, in.readBoolean());
  }

  private static void write(DataOutputStream out, WeeklyTimer timer) throws IOException {
    int days = 0;
    for (DayOfWeek day : timer.days()) {
      days |= 1 << day.getValue();
    }
    out.writeByte(days);
    out.writeLong(timer.at().toNanoOfDay());
    out.writeBoolean(timer.on());
    out.writeBoolean(timer.enabled());
  }

  private static Schedule schedule(DataInputStream in) throws IOException {
    ZoneId zone = ZoneId.of(in.readUTF());
    int count = in.readUnsignedByte();
    List<WeeklyTimer> timers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<DayOfWeek> days = days(in.readUnsignedByte());
      LocalTime at = LocalTime.ofNanoOfDay(in.readLong());
      timers.add(new WeeklyTimer(days, at, in.readBoolean(), in.readBoolean()));
    }
    return new Schedule(zone, timers);
  }

  private static Set<DayOfWeek> days(int bits) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((bits & 1 << day.getValue()) != 0) {
        days.add(day);
      }
    }
    return days;
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
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case STATUS_REPORT -> new SocketEvent.StatusReport(in.readBoolean(), in.readUTF());
      case HARDWARE_FAULT -> new SocketEvent.HardwareFault(in.readUTF(), in.readInt());
      case LOW_VOLTAGE -> new SocketEvent.LowVoltage(in.readInt());
      default -> throw new IOException("no event of kind " + kind);
    };
  }
}
