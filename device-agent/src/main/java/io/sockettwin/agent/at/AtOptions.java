package io.sockettwin.agent.at;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.serial.SerialLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a link through an AT module.
public final class AtOptions {

  @Option(
      names = "--at-module",
      paramLabel = "DEVICE",
      defaultValue = "${env:SOCKETTWIN_AT_MODULE}",
      description = {
        "serial line of an ESP8266 with the vendor's AT firmware, for example /dev/ttyUSB0:",
        "the session goes through it, to port 8883 of the service"
      })
  private @Nullable Path device;

  @Option(
      names = "--at-baud",
      paramLabel = "BAUD",
      defaultValue = "${env:SOCKETTWIN_AT_BAUD:-" + AtSerial.DEFAULT_BAUD + "}",
      description = "rate of that line (${DEFAULT-VALUE})")
  private int baud = AtSerial.DEFAULT_BAUD;

  @Option(
      names = "--at-pty",
      description = "go through an emulated module on a pseudo-terminal, without TLS")
  private boolean emulated;

  /// The module, if there is one; its line is opened once, so that what is wrong is known at once.
  ///
  /// @param service whose port an emulated module uses
  /// @throws IOException with a sentence that names the option
  public Optional<AtSerial> serial(ServiceAddress service) throws IOException {
    if (emulated) {
      if (device != null) {
        throw new IOException("--at-pty is an emulated module: leave out --at-module");
      }
      if (service.encrypted()) {
        throw new IOException("--at-pty speaks without TLS: leave out mqtts:// in --service");
      }
      return Optional.of(new AtSerial(EmulatedModule.open(service.port()).device(), baud));
    }
    if (device == null) {
      return Optional.empty();
    }
    if (baud < 1) {
      throw new IOException("--at-baud must be a rate like 115200, not " + baud);
    }
    AtSerial serial = new AtSerial(device, baud);
    try {
      SerialLine.open(serial.device(), serial.baud(), SerialLine.Parity.NONE).close();
      return Optional.of(serial);
    } catch (IOException e) {
      throw new IOException("--at-module " + device + ": " + e.getMessage(), e);
    }
  }
}
