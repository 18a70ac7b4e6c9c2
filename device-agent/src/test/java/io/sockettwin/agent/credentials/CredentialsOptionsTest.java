package io.sockettwin.agent.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.wire.DeviceInfoImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CredentialsOptionsTest {

  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
  private static final String PRODUCT_SECRET = "hzvf5LF9S0isvBhDSauWMaIk";
  private static final ServiceAddress SERVICE = new ServiceAddress("pi.local", 1883);

  @TempDir private Path folder;

  @Test
  void readsACredentialsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("c"), "HRDG3CKWWZ socket001 " + SECRET);

    assertThat(device(source(Map.of(), "--credentials", file.toString())))
        .isEqualTo("HRDG3CKWWZ/socket001");
  }

  @Test
  void readsAnImageOfTheProductionLine() throws IOException {
    String hex = new DeviceInfoImage("HRDG3CKWWZ", "socket007", SECRET).hex();
    Path file = Files.writeString(folder.resolve("socket007.hex"), hex);

    assertThat(device(source(Map.of(), "--image", file.toString())))
        .isEqualTo("HRDG3CKWWZ/socket007");
  }

  @Test
  void takesTheSecretFromTheEnvironment() {
    assertThat(device(source(Map.of("SOCKETTWIN_SECRET", SECRET), named())))
        .isEqualTo("HRDG3CKWWZ/socket001");
  }

  @Test
  void registersAtTheServiceUnlessToldWhere() {
    Map<String, String> environment = Map.of("SOCKETTWIN_PRODUCT_SECRET", PRODUCT_SECRET);
    Source.ToRegister usual = (Source.ToRegister) source(environment, named());
    Source.ToRegister told =
        (Source.ToRegister)
            source(
                environment,
                "--product",
                "HRDG3CKWWZ",
                "--device",
                "socket001",
                "--registration",
                "https://gate.example");

    assertThat(usual.registration().gateway()).hasToString("http://pi.local:8080");
    assertThat(told.registration().gateway()).hasToString("https://gate.example");
    assertThat(usual.toString()).doesNotContain(PRODUCT_SECRET);
  }

  @Test
  void saysThatNobodySaid() {
    assertThat(source(Map.of())).isInstanceOf(Source.Unsaid.class);
    assertThat(source(Map.of(), named())).isInstanceOf(Source.Unsaid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "HRDG3CKWWZ socket001", ":00000001FF", "\0\uFFFF"})
  void saysThatAFileIsNoUse(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), text);

    assertThat(source(Map.of(), "--credentials", file.toString()))
        .isInstanceOf(Source.Problem.class);
    assertThat(source(Map.of(), "--image", file.toString())).isInstanceOf(Source.Problem.class);
  }

  @Test
  void saysThatAFileCannotBeRead() {
    String missing = folder.resolve("missing").toString();

    assertThat(((Source.Problem) source(Map.of(), "--credentials", missing)).sentence())
        .contains("cannot be read");
    assertThat(((Source.Problem) source(Map.of(), "--image", missing)).sentence())
        .contains("cannot be read");
  }

  @Test
  void neverShowsASecretThatIsNone() {
    Source.Problem device =
        (Source.Problem) source(Map.of("SOCKETTWIN_SECRET", "not*base64"), named());
    Source.Problem product =
        (Source.Problem) source(Map.of("SOCKETTWIN_PRODUCT_SECRET", "tooshort"), named());

    assertThat(device.sentence()).contains("secret").doesNotContain("not*base64");
    assertThat(product.sentence()).contains("16 to 32").doesNotContain("tooshort");
  }

  @Command
  private static final class Program {
    @CommandLine.Mixin CredentialsOptions options = new CredentialsOptions();
  }

  private static Source source(Map<String, String> environment, String... args) {
    Program program = new Program();
    new CommandLine(program).parseArgs(args);
    return program.options.source(SERVICE, environment);
  }

  private static String[] named() {
    return new String[] {"--product", "HRDG3CKWWZ", "--device", "socket001"};
  }

  private static String device(Source source) {
    return ((Source.Known) source).account().identity().device().toString();
  }
}
