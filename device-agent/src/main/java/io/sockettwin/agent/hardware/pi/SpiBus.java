package io.sockettwin.agent.hardware.pi;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.sockettwin.agent.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/// The data line of an SPI bus (`linux/spi/spidev.h`); nobody listens to its clock.
final class SpiBus implements AutoCloseable {

  static final long WRITE_MODE = 0x40016B01L;
  static final long WRITE_BITS_PER_WORD = 0x40016B03L;
  static final long WRITE_MAX_SPEED = 0x40046B04L;

  private static final byte MODE = 0;
  private static final byte BITS_PER_WORD = 8;

  private final Descriptor bus;

  private SpiBus(Descriptor bus) {
    this.bus = bus;
  }

  static SpiBus open(Path device, int hertz) throws IOException {
    Descriptor bus = Descriptor.open(device.toString(), 0);
    try (Arena arena = Arena.ofConfined()) {
      bus.control("SPI mode", WRITE_MODE, arena.allocateFrom(JAVA_BYTE, MODE));
      bus.control("SPI word", WRITE_BITS_PER_WORD, arena.allocateFrom(JAVA_BYTE, BITS_PER_WORD));
      bus.control("SPI speed", WRITE_MAX_SPEED, arena.allocateFrom(JAVA_INT, hertz));
      return new SpiBus(bus);
    } catch (IOException e) {
      bus.close();
      throw e;
    }
  }

  /// Sends all bytes in one transfer, so without a pause between them.
  void send(byte[] bytes) throws IOException {
    int sent = bus.write(bytes);
    if (sent != bytes.length) {
      throw new IOException("only " + sent + " of " + bytes.length + " bytes went over the bus");
    }
  }

  @Override
  public void close() throws IOException {
    bus.close();
  }
}
