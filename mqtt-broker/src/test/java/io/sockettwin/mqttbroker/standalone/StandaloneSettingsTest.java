package io.sockettwin.mqttbroker.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.standalone.StandaloneSettings.Parsed;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandaloneSettingsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SOCKETTWIN_BROKER_GATE_URL", "http://service:8080/gate",
          "SOCKETTWIN_BROKER_GATE_SECRET", "s3cret",
          "SOCKETTWIN_BROKER_PORT", "2883");

  @Test
  void readsTheEnvironmentAndDefaults() {
    var settings = valid();
    assertThat(settings.gateUrl()).isEqualTo(URI.create("http://service:8080/gate"));
    assertThat(settings.broker().port()).isEqualTo(2883);
    assertThat(settings.broker().bindAddress()).isEqualTo("0.0.0.0");
    assertThat(settings.broker().webSocketPort()).isEmpty();
    assertThat(settings.broker().durability()).isEqualTo(Durability.FILE);
  }

  @Test
  void prefersArguments() {
    var settings = valid("--port=0", "--web-socket-port=8083", "--durability=memory");
    assertThat(settings.broker().port()).isZero();
    assertThat(settings.broker().webSocketPort()).isEqualTo(OptionalInt.of(8083));
    assertThat(settings.broker().durability()).isEqualTo(Durability.MEMORY);
  }

  @ParameterizedTest
  @CsvSource({
    "--port=seven, 'The setting port has a bad value, seven.'",
    "--port=70000, 'The setting port has a bad value, 70000.'",
    "--gate-url=service, 'The setting gate-url has a bad value, service.'",
    "--durability=disk, 'The setting durability has a bad value, disk.'",
    "--in-flight-messages=0, 'The setting in-flight-messages has a bad value, 0.'",
    "--prot=1883, '--prot is not a setting of the broker.'",
    "--port, '--port is not a setting of the broker.'",
    "port=1, 'port is not a setting of the broker.'",
  })
  void namesTheBadSetting(String argument, String sentence) {
    assertThat(StandaloneSettings.parse(new String[] {argument}, ENVIRONMENT))
        .isEqualTo(new Parsed.Invalid(sentence));
  }

  @Test
  void namesTheMissingSetting() {
    assertThat(StandaloneSettings.parse(new String[0], Map.of()))
        .isEqualTo(new Parsed.Invalid("The setting gate-url is missing."));
  }

  private static StandaloneSettings valid(String... arguments) {
    return switch (StandaloneSettings.parse(arguments, ENVIRONMENT)) {
      case Parsed.Valid(StandaloneSettings settings) -> settings;
      case Parsed.Invalid(String sentence) -> throw new AssertionError(sentence);
    };
  }
}
