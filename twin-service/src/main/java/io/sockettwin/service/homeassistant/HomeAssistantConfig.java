package io.sockettwin.service.homeassistant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where Home Assistant listens.
@ConfigMapping(prefix = "sockettwin.home-assistant")
public interface HomeAssistantConfig {
  /// The MQTT broker that Home Assistant uses, for example `mqtt://homeassistant.local:1883`, or
  /// `mqtts://` for TLS. Without it nobody is told anything.
  Optional<URI> broker();

  Optional<String> username();

  Optional<String> password();

  /// Replicas need different ones.
  @WithDefault("sockettwin")
  String clientId();

  /// Where Home Assistant looks for announcements.
  @WithDefault("homeassistant")
  String discoveryPrefix();

  /// Where states and orders go.
  @WithDefault("sockettwin")
  String topicPrefix();

  /// Only devices with this tag are shown; without it all are.
  Optional<String> tag();

  /// In which the properties are named.
  @WithDefault("en")
  Language language();

  /// Devices that are shown; those beyond are not.
  @WithDefault("1000")
  @WithConverter(AtLeastOne.class)
  int maxDevices();

  /// The least time from one state of a device to its next.
  @WithDefault("1s")
  Duration interval();

  /// How long an order waits for a device that is away: nobody wants to be surprised hours later.
  @WithDefault("30s")
  Duration orderExpiry();

  /// The languages that templates name things in.
  enum Language {
    EN,
    ZH
  }
}
