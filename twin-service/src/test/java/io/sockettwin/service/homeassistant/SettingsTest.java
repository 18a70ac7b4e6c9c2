package io.sockettwin.service.homeassistant;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sockettwin.service.startup.StartupRefused;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static void require(String setting, String value) {
    HomeAssistantConfig config =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(HomeAssistantConfig.class)
            .withDefaultValue("sockettwin.home-assistant.broker", "mqtt://home")
            .withDefaultValue("sockettwin.home-assistant." + setting, value)
            .build()
            .getConfigMapping(HomeAssistantConfig.class);
    Settings.require(config, config.broker().orElse(URI.create("")));
  }

  @ParameterizedTest
  @CsvSource({
    "broker, http://home",
    "broker, home:1883",
    "broker, mqtt:///",
    "topic-prefix, sockets/",
    "topic-prefix, sockets/+",
    "discovery-prefix, home assistant",
    "interval, 0s",
  })
  void refusesWhatMakesNoSenseAndNamesIt(String setting, String value) {
    assertThatThrownBy(() -> require(setting, value))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("sockettwin.home-assistant." + setting);
  }

  @ParameterizedTest
  @CsvSource({"broker, mqtts://home:8884", "topic-prefix, home/sockets", "interval, 10ms"})
  void takesTheRest(String setting, String value) {
    assertThatCode(() -> require(setting, value)).doesNotThrowAnyException();
  }
}
