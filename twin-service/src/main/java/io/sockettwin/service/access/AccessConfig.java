package io.sockettwin.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;

/// How long access lasts and how often it may be tried.
@ConfigMapping(prefix = "sockettwin.access")
public interface AccessConfig {
  /// How long a session in the browser lasts.
  @WithDefault("12h")
  Duration sessionLife();

  /// How many wrong keys an address may present within a minute.
  @WithDefault("10")
  @WithConverter(AtLeastOne.class)
  int wrongKeysPerMinute();

  /// Whether the session cookie is sent over HTTPS only. Switch it on behind a TLS proxy.
  @WithDefault("false")
  boolean secureCookie();
}
