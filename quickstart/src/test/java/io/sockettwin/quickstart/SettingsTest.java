package io.sockettwin.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.quickstart.Settings.Parsed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path HERE = Path.of("/home/me");

  private static Parsed parse(Map<String, String> given) {
    Properties properties = new Properties();
    properties.putAll(given);
    return Settings.parse(properties, HERE);
  }

  @Test
  void takesTheUsualPortsAndAFolderWhereItWasCalled() {
    assertThat(parse(Map.of()))
        .isEqualTo(
            new Parsed.Read(new Settings(8080, 1883, 8091, HERE.resolve("quickstart-data"))));
  }

  @Test
  void takesWhatWasChosen() {
    Map<String, String> chosen =
        Map.of(
            "quickstart.http-port", "9090",
            "quickstart.mqtt-port", "1884",
            "quickstart.socket-port", "1885",
            "quickstart.data", "../elsewhere");
    assertThat(parse(chosen))
        .isEqualTo(new Parsed.Read(new Settings(9090, 1884, 1885, Path.of("/home/elsewhere"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "123456"})
  void refusesWhatIsNoPort(String port) {
    assertThat(parse(Map.of("quickstart.mqtt-port", port)))
        .isInstanceOfSatisfying(
            Parsed.Problem.class,
            it -> assertThat(it.sentence()).contains("quickstart.mqtt-port", '"' + port + '"'));
  }

  @Test
  void refusesOnePortForTwo() {
    assertThat(parse(Map.of("quickstart.http-port", "1883")))
        .isInstanceOfSatisfying(
            Parsed.Problem.class, it -> assertThat(it.sentence()).contains("1883, 1883 and 8091"));
  }
}
