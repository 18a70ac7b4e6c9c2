package io.sockettwin.agent.at;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// The open serial line of a module.
final class SerialModule implements AutoCloseable {

  /// How long it may take to see that the line is gone, or that it is to be closed.
  static final Duration PATIENCE = Duration.ofMillis(500);

  private static final int DATA_BITS = 8;
  private static final int BUFFER_BYTES = 1024;

  private final Path device;
  private final Path opened;
  private final SerialPort port;
  private volatile boolean closed;

  private SerialModule(Path device, Path opened, SerialPort port) {
    this.device = device;
    this.opened = opened;
    this.port = port;
  }

  /// Opens a line of 8 bits without parity and flow control.
  ///
  /// @throws IOException with what is wrong, in words that follow the name of the line
  static SerialModule open(AtSerial serial) throws IOException {
    Path device = serial.device();
    if (!Files.exists(device)) {
      throw new IOException("it does not exist");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw new IOException("this user has no permission");
    }
    Path real = device.toRealPath();
    try {
      SerialPort port = SerialPort.getCommPort(real.toString());
      port.setComPortParameters(
          serial.baud(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) PATIENCE.toMillis(), 0);
      if (!port.openPort()) {
        throw new IOException("it is no serial line, or something else uses it");
      }
      return new SerialModule(device, real, port);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("it is no serial line", e);
    }
  }

  /// What has come, perhaps nothing.
  ///
  /// @throws IOException if the line is gone or closed
  byte[] read() throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int count = port.readBytes(buffer, buffer.length);
    // The name may mean another device now, or none: a driver need not notice.
    if (closed || count < 0 || (count == 0 && !device.toRealPath().equals(opened))) {
      throw new IOException("the line is gone");
    }
    return Arrays.copyOf(buffer, count);
  }

  void write(byte[] bytes) throws IOException {
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
