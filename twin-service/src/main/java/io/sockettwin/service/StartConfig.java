package io.sockettwin.service;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.sockettwin.service.access.AccessConfig;
import io.sockettwin.service.alarm.AlarmConfig;
import io.sockettwin.service.binding.BindingConfig;
import io.sockettwin.service.device.SeedConfig;
import io.sockettwin.service.energy.EnergyConfig;
import io.sockettwin.service.gateway.GatewayConfig;
import io.sockettwin.service.homeassistant.HomeAssistantConfig;
import io.sockettwin.service.push.PushConfig;
import io.sockettwin.service.seal.SealConfig;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.InvalidSetting;
import io.sockettwin.service.startup.StartupRefused;
import io.sockettwin.service.telemetry.TelemetryConfig;
import io.sockettwin.service.timer.TimerConfig;
import io.sockettwin.service.trace.TraceConfig;
import io.sockettwin.service.twin.TwinConfig;
import java.util.List;
import java.util.Optional;

/// The configuration before the application starts, with every setting of ours checked.
record StartConfig(SmallRyeConfig values) {
  /// Every feature's settings; those of companions come with them. Since the first one spans all of
  /// `sockettwin.`, a setting that no mapping knows is refused.
  private static final List<Class<?>> MAPPINGS =
      List.of(
          SeedConfig.class,
          AccessConfig.class,
          AlarmConfig.class,
          DataConfig.class,
          PushConfig.class,
          SealConfig.class,
          TwinConfig.class,
          TimerConfig.class,
          TraceConfig.class,
          TelemetryConfig.class,
          EnergyConfig.class,
          BindingConfig.class,
          GatewayConfig.class,
          HomeAssistantConfig.class);

  static StartConfig read(List<Companion> companions) {
    SmallRyeConfigBuilder builder = ConfigUtils.configBuilder();
    MAPPINGS.forEach(builder::withMapping);
    companions.forEach(companion -> companion.configMappings().forEach(builder::withMapping));
    try {
      return new StartConfig(builder.withValidateUnknown(true).build());
    } catch (ConfigValidationException e) {
      throw new StartupRefused(InvalidSetting.sentence(e));
    }
  }

  <T> T require(String key, Class<T> type) {
    return optional(key, type)
        .orElseThrow(() -> new StartupRefused("Invalid configuration: " + key + " has no value."));
  }

  <T> Optional<T> optional(String key, Class<T> type) {
    try {
      return values.getOptionalValue(key, type);
    } catch (IllegalArgumentException e) {
      throw new StartupRefused(
          "Invalid configuration: %s is \"%s\", which is no %s."
              .formatted(
                  key,
                  values.getConfigValue(key).getValue(),
                  type == Integer.class ? "integer" : type.getSimpleName()));
    }
  }
}
