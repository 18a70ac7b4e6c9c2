package io.sockettwin.loadsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong is told in a sentence, never in a stack trace.
class MainTest {

  @TempDir private Path folder;

  private record Ended(int exitCode, String said) {}

  private static Ended run(String... arguments) {
    StringWriter said = new StringWriter();
    int exitCode = Main.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
    return new Ended(exitCode, said.toString());
  }

  private static void assertRefused(Ended ended, String sentence) {
    assertThat(ended.said()).startsWith("load-sim: ").contains(sentence).doesNotContain("\tat ");
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  @Test
  void namesTheLinesOfABadScenario() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "name: x\nsockets: many\n");
    assertRefused(run("warp", file.toString()), "line 2: sockets must be a whole number");
  }

  @Test
  void namesTheReadyMadeScenariosWhenThereIsNoneOfThatName() {
    assertRefused(run("warp", "nonsense"), "ready-made: quickstart,");
  }

  @Test
  void saysThatTheServiceIsNotThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path key = Files.writeString(folder.resolve("key"), "k");
    assertRefused(
        run("run", "quickstart", "--api", "http://127.0.0.1:" + port, "--key-file", key.toString()),
        "the service cannot be reached at http://127.0.0.1:" + port);
  }

  @Test
  void saysThatThereAreTooFewDescriptors() {
    assertRefused(run("run", "quickstart", "--sockets", "1000000", "--api", "none"), "open files");
  }

  @Test
  void namesTheOptionThatIsWrong() {
    assertRefused(run("run", "quickstart", "--api", "localhost"), "--api must be an address");
    assertRefused(run("run", "quickstart", "--service", "host:port"), "--service must be");
    assertRefused(run("run", "quickstart", "--dialect", "klingon"), "no dialect called klingon");
    assertRefused(run("run", "quickstart", "--api", "none", "--devices", "/nowhere"), "/nowhere");
    assertRefused(run("compare", "/nowhere", "/nowhere"), "/nowhere cannot be read");
    assertRefused(run("replay", "/nowhere"), "/nowhere cannot be read");
  }

  @Test
  void refusesAnOptionItDoesNotKnow() {
    Ended ended = run("warp", "quickstart", "--colour");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.said()).contains("--colour");
  }
}
