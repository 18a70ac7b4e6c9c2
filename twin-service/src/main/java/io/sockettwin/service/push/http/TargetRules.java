package io.sockettwin.service.push.http;

import io.sockettwin.service.push.PushConfig;
import io.sockettwin.service.startup.StartupRefused;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/// Makes the rule from the settings.
final class TargetRules {
  private TargetRules() {}

  @Produces
  @Singleton
  static TargetRule rule(PushConfig config) {
    return of(config.allowedNetworks().orElse(List.of()));
  }

  static TargetRule of(List<String> allowedNetworks) {
    return new TargetRule(
        allowedNetworks.stream()
            .map(text ->
                Network.parse(text)
                    .orElseThrow(() ->
                        new StartupRefused(
                            "Invalid configuration: sockettwin.push.allowed-networks holds \"%s\", which is no network like 192.168.1.0/24."
                                .formatted(text))))
            .toList());
  }
}
