package io.sockettwin.service.homeassistant;

import io.sockettwin.service.startup.StartupRefused;
import java.net.URI;
import java.util.Set;

/// Whether the settings make sense; whoever starts the service is told what does not.
final class Settings {
  private static final String PREFIX = "sockettwin.home-assistant.";
  private static final Set<String> SCHEMES = Set.of("mqtt", "mqtts");

  private Settings() {}

  static void require(HomeAssistantConfig config, URI broker) {
    String scheme = broker.getScheme();
    if (scheme == null || !SCHEMES.contains(scheme) || broker.getHost() == null) {
      throw new StartupRefused(
          "%sbroker must be like mqtt://homeassistant.local:1883 or mqtts://homeassistant.local, not %s."
              .formatted(PREFIX, broker));
    }
    requireLevels("discovery-prefix", config.discoveryPrefix());
    requireLevels("topic-prefix", config.topicPrefix());
    if (!config.interval().isPositive()) {
      throw new StartupRefused(PREFIX + "interval must be positive.");
    }
  }

  private static void requireLevels(String setting, String prefix) {
    boolean wrong =
        prefix.startsWith("/")
            || prefix.endsWith("/")
            || prefix.contains("//")
            || prefix.chars().anyMatch(c -> c == '+' || c == '#' || c <= ' ');
    if (wrong) {
      throw new StartupRefused(
          "%s%s must be the beginning of an MQTT topic, as homeassistant or home/sockets, not %s."
              .formatted(PREFIX, setting, prefix));
    }
  }
}
