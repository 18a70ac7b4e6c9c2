package io.sockettwin.service.startup;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/// A server that this process brings along: started before the application, stopped after it.
///
/// Found with [java.util.ServiceLoader], so that a feature can bring one without being imported.
public interface Companion {
  /// The `@ConfigMapping` interfaces of its feature, checked before anything starts.
  List<Class<?>> configMappings();

  /// Starts it, unless the configuration names one elsewhere, and refuses with [StartupRefused].
  /// Settings the application needs to find it are put into `settings`.
  AutoCloseable start(SmallRyeConfig config, DataFolder folder, Settings settings);

  /// What companions tell the application, as configuration.
  interface Settings {
    void put(String key, String value);
  }
}
