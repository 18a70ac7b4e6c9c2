package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.emulated.WiredSocket;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.hardware.pi.GpioButton;
import io.sockettwin.agent.hardware.pi.GpioRelay;
import io.sockettwin.agent.hardware.pi.PiHardware;
import io.sockettwin.agent.hardware.pi.Pin;
import io.sockettwin.agent.hardware.pi.SerialMeter;
import io.sockettwin.agent.hardware.pi.SpiLamp;
import io.sockettwin.agent.serial.SerialLine.Parity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the socket is made of: emulated parts, unless a meter is given.
public final class HardwareOptions {

  private static final Set<String> LAMP_RATES = Set.of("2.4", "3.2", "6.4");

  @Option(
      names = "--meter",
      paramLabel = "DEVICE",
      defaultValue = "${env:SOCKETTWIN_METER}",
      description = "serial line of a HLW8032, for example /dev/ttyAMA0: real hardware")
  private @Nullable Path meter;

  @Option(
      names = "--meter-parity",
      paramLabel = "PARITY",
      defaultValue = "${env:SOCKETTWIN_METER_PARITY:-EVEN}",
      description = "${COMPLETION-CANDIDATES}; NONE for a pseudo-terminal (${DEFAULT-VALUE})")
  private Parity parity = Parity.EVEN;

  @Option(
      names = "--relay",
      paramLabel = "PIN",
      defaultValue = "${env:SOCKETTWIN_RELAY}",
      description = "pin of the relay: gpiochip0:17, or gpiochip0:17:active-low")
  private @Nullable String relay;

  @Option(
      names = "--button",
      paramLabel = "PIN",
      defaultValue = "${env:SOCKETTWIN_BUTTON}",
      description = "pin of the button, active low unless :active-high is added; may be left out")
  private @Nullable String button;

  @Option(
      names = "--lamp",
      paramLabel = "DEVICE",
      defaultValue = "${env:SOCKETTWIN_LAMP}",
      description = "SPI bus of a WS2812, for example /dev/spidev0.0; may be left out")
  private @Nullable Path lamp;

  @Option(
      names = "--lamp-rate",
      paramLabel = "MHZ",
      defaultValue = "${env:SOCKETTWIN_LAMP_RATE:-2.4}",
      description = "rate of the lamp's bus: 2.4, 3.2 or 6.4 (${DEFAULT-VALUE})")
  private String lampRate = "2.4";

  @Option(
      names = "--meter-pty",
      description = "hear the emulated meter through a pseudo-terminal and the serial driver")
  private boolean emulatedLine;

  /// Whether there is a real meter, so that nothing is emulated.
  public boolean isReal() {
    return meter != null;
  }

  /// Opens what was chosen; what goes wrong is said in a sentence that names the option.
  ///
  /// @param emulated what is used where there is nothing real
  /// @throws IOException with that sentence
  public Hardware open(EmulatedSocket emulated) throws IOException {
    if (meter == null) {
      if (relay != null || button != null || lamp != null) {
        throw new IOException(
            "--relay, --button and --lamp are for real hardware: give --meter too");
      }
      return emulatedLine ? WiredSocket.over(emulated) : emulated;
    }
    if (emulatedLine) {
      throw new IOException("--meter-pty is for an emulated meter: leave out --meter");
    }
    if (relay == null) {
      throw new IOException("a socket needs a relay: give --relay, for example gpiochip0:17");
    }
    if (!LAMP_RATES.contains(lampRate)) {
      throw new IOException("--lamp-rate must be 2.4, 3.2 or 6.4, not " + lampRate);
    }
    return openReal(meter, relay);
  }

  /// The relay first, because that opens it.
  private Hardware openReal(Path serial, String relayPin) throws IOException {
    GpioRelay switching = opened("--relay " + relayPin, () -> GpioRelay.take(pin(relayPin, false)));
    String buttonPin = button;
    GpioButton pressing =
        buttonPin == null
            ? null
            : opened("--button " + buttonPin, () -> GpioButton.take(pin(buttonPin, true)));
    Path bus = lamp;
    SpiLamp shining =
        bus == null ? null : opened("--lamp " + bus, () -> SpiLamp.take(bus, lampRate));
    SerialMeter measuring = opened("--meter " + serial, () -> SerialMeter.open(serial, parity));
    return new PiHardware(measuring, switching, pressing, shining);
  }

  private static Pin pin(String text, boolean activeLowUnlessSaid) throws IOException {
    return Pin.parse(text, activeLowUnlessSaid)
        .orElseThrow(() -> new IOException("a pin is written like gpiochip0:17"));
  }

  /// What was opened before the one that fails is given back by the end of the program.
  static <T> T opened(String option, Opening<T> part) throws IOException {
    try {
      return part.open();
    } catch (IOException e) {
      throw new IOException(option + ": " + e.getMessage(), e);
    }
  }

  interface Opening<T> {
    T open() throws IOException;
  }
}
