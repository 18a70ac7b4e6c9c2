package io.sockettwin.agent.emulated;

import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.LampPort;
import io.sockettwin.agent.hardware.Relay;
import io.sockettwin.agent.hardware.Signals;
import io.sockettwin.agent.hardware.pi.SerialMeter;
import io.sockettwin.agent.serial.SerialLine.Parity;
import java.io.IOException;
import java.time.Duration;

/// An emulated socket whose meter is heard by the very driver of real ones, through an emulated
/// line.
public final class WiredSocket implements Hardware {

  private final EmulatedSocket socket;
  private final EmulatedLine line;
  private final SerialMeter meter;

  private WiredSocket(EmulatedSocket socket, EmulatedLine line, SerialMeter meter) {
    this.socket = socket;
    this.line = line;
    this.meter = meter;
  }

  public static WiredSocket over(EmulatedSocket socket) throws IOException {
    return over(socket, EmulatedLine.open());
  }

  static WiredSocket over(EmulatedSocket socket, EmulatedLine line) throws IOException {
    try {
      return new WiredSocket(socket, line, SerialMeter.open(line.device(), Parity.NONE));
    } catch (IOException e) {
      line.close();
      throw e;
    }
  }

  @Override
  public Relay relay() {
    return socket.relay();
  }

  @Override
  public LampPort lamp() {
    return socket.lamp();
  }

  @Override
  public void start(Signals signals) {
    meter.start(signals::meterBytes);
    socket.start(new ThroughTheLine(signals, line), Duration.ZERO);
  }

  private record ThroughTheLine(Signals agent, EmulatedLine line) implements Signals {
    @Override
    public void meterBytes(byte[] bytes) {
      line.send(bytes);
    }

    @Override
    public void buttonPressed() {
      agent.buttonPressed();
    }

    @Override
    public void buttonReleased() {
      agent.buttonReleased();
    }
  }

  @Override
  public void close() {
    socket.close();
    meter.close();
    line.close();
  }
}
