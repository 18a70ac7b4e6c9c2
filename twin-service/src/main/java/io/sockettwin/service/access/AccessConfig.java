package io.sockettwin.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.sockettwin.service.startup.AtLeastOne;
import java.time.Duration;

/// How long access lasts and how often it may be tried.
@ConfigMapping(prefix = "sockettwin.access")
public interface AccessConfig {
  /// Whether the first start creates a user `admin` and prints a one-time password. Without it the
  /// first user is created by whoever signs in with the key.
  @WithDefault("true")
  boolean firstAdministrator();

  /// How long a session in the browser lasts.
  @WithDefault("12h")
  Duration sessionLife();

  /// How many wrong keys and passwords an address may present within a minute.
  @WithDefault("10")
  @WithConverter(AtLeastOne.class)
  int wrongKeysPerMinute();

  /// How many requests a user, a token or a stranger's address may make, for long.
  @WithDefault("100")
  @WithConverter(AtLeastOne.class)
  int requestsPerSecond();

  /// Whether the session cookie is sent over HTTPS only. Switch it on behind a TLS proxy.
  @WithDefault("false")
  boolean secureCookie();

  /// How long it is remembered who changed what.
  @WithDefault("400d")
  Duration auditRetention();
}
