package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.emulated.WiredSocket;
import io.sockettwin.agent.hardware.Hardware;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HardwareOptionsTest {

  private final EmulatedSocket plant = new EmulatedSocket(1);

  @AfterEach
  void close() {
    plant.close();
  }

  @Test
  void areEmulatedUnlessAMeterIsGiven() throws IOException {
    assertThat(open()).isSameAs(plant);
  }

  @Test
  void emulateTheLineOnDemand() throws IOException {
    try (Hardware hardware = open("--meter-pty")) {
      assertThat(hardware).isInstanceOf(WiredSocket.class);
    }
  }

  @Test
  void nameTheOptionWhoseDeviceIsMissingOrAnother() {
    refuses(
        "--relay gpiochip999:17: /dev/gpiochip999: it does not exist",
        "--meter",
        "/dev/null",
        "--relay",
        "gpiochip999:17");
    refuses(
        "--relay 17: a pin is written like gpiochip0:17", "--meter", "/dev/null", "--relay", "17");
  }

  /// Each kernel's refusal has its own words; here it is which option they stand behind.
  @Test
  void nameTheOptionWhoseDeviceIsForbidden() {
    assertThatThrownBy(() ->
            HardwareOptions.opened(
                "--lamp /dev/spidev0.0",
                () -> {
                  throw new IOException("/dev/spidev0.0: this user has no permission");
                }))
        .hasMessage("--lamp /dev/spidev0.0: /dev/spidev0.0: this user has no permission");
  }

  @Test
  void sayWhatDoesNotGoTogether() {
    refuses(
        "a socket needs a relay: give --relay, for example gpiochip0:17", "--meter", "/dev/null");
    refuses(
        "--relay, --button and --lamp are for real hardware: give --meter too",
        "--button",
        "gpiochip0:27");
    refuses(
        "--meter-pty is for an emulated meter: leave out --meter",
        "--meter-pty",
        "--meter",
        "/dev/null",
        "--relay",
        "gpiochip0:17");
    refuses(
        "--lamp-rate must be 2.4, 3.2 or 6.4, not 1",
        "--meter",
        "/dev/null",
        "--relay",
        "gpiochip0:17",
        "--lamp-rate",
        "1");
  }

  private void refuses(String sentence, String... args) {
    assertThatThrownBy(() -> open(args)).isInstanceOf(IOException.class).hasMessage(sentence);
  }

  private Hardware open(String... args) throws IOException {
    HardwareOptions options = new HardwareOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(args);
    return options.open(plant);
  }
}
