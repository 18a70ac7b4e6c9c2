package io.sockettwin.agent.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.agent.link.ServiceAddress;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AtOptionsTest {

  @Test
  void wantNoModuleUnlessOneIsGiven() throws IOException {
    assertThat(serial()).isEmpty();
  }

  @Test
  void openTheLineOfAModule() throws IOException {
    try (EmulatedModule module = EmulatedModule.open(1883)) {
      assertThat(serial("--at-module", module.device().toString(), "--at-baud", "9600"))
          .contains(new AtSerial(module.device(), 9600));
    }
  }

  @Test
  void sayInASentenceWhatIsWrong() {
    refuses("--at-module /dev/ttyNONE: it does not exist", "--at-module", "/dev/ttyNONE");
    refuses(
        "--at-module /dev/null: it is no serial line, or something else uses it",
        "--at-module",
        "/dev/null");
    refuses(
        "--at-baud must be a rate like 115200, not 0", "--at-module", "/dev/null", "--at-baud=0");
    refuses(
        "--at-pty is an emulated module: leave out --at-module",
        "--at-pty",
        "--at-module",
        "/dev/null");
  }

  private static void refuses(String sentence, String... args) {
    assertThatThrownBy(() -> serial(args)).isInstanceOf(IOException.class).hasMessage(sentence);
  }

  private static Optional<AtSerial> serial(String... args) throws IOException {
    AtOptions options = new AtOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(args);
    return options.serial(new ServiceAddress("localhost", 1883));
  }
}
