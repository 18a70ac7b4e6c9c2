package io.sockettwin.agent.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// An open serial line of 8 data bits and one stop bit, without flow control.
public final class SerialLine implements AutoCloseable {

  /// The ninth bit of each byte. A pseudo-terminal has none, and can only be opened a second time
  /// if none is asked for.
  public enum Parity {
    EVEN(SerialPort.EVEN_PARITY),
    NONE(SerialPort.NO_PARITY);

    private final int constant;

    Parity(int constant) {
      this.constant = constant;
    }
  }

  /// How long it may take to see that the line is gone, or that it is to be closed.
  public static final Duration PATIENCE = Duration.ofMillis(500);

  private static final int DATA_BITS = 8;
  private static final int BUFFER_BYTES = 1024;

  private final Path device;
  private final Path opened;
  private final SerialPort port;
  private volatile boolean closed;

  private SerialLine(Path device, Path opened, SerialPort port) {
    this.device = device;
    this.opened = opened;
    this.port = port;
  }

  /// Opens a line.
  ///
  /// @throws IOException with what is wrong, in words that follow the name of the line
  public static SerialLine open(Path device, int baud, Parity parity) throws IOException {
    if (!Files.exists(device)) {
      throw new IOException("it does not exist");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw new IOException("this user has no permission");
    }
    Path real = device.toRealPath();
    try {
      SerialPort port = SerialPort.getCommPort(real.toString());
      port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, parity.constant);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) PATIENCE.toMillis(), 0);
      if (!port.openPort()) {
        throw new IOException("it is no serial line, or something else uses it");
      }
      return new SerialLine(device, real, port);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("it is no serial line", e);
    }
  }

  /// What has come, perhaps nothing.
  ///
  /// @throws IOException if the line is gone or closed
  public byte[] read() throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int count = port.readBytes(buffer, buffer.length);
    if (closed || count < 0 || (count == 0 && isAnother())) {
      throw new IOException("the line is gone");
    }
    return Arrays.copyOf(buffer, count);
  }

  /// Whether the name means another device now, or none: a driver need not notice.
  private boolean isAnother() {
    try {
      return !device.toRealPath().equals(opened);
    } catch (IOException e) {
      return true;
    }
  }

  public void write(byte[] bytes) throws IOException {
    if (port.writeBytes(bytes, bytes.length) != bytes.length) {
      throw new IOException("the line does not take what is written");
    }
  }

  @Override
  public void close() {
    closed = true;
    port.closePort();
  }
}
