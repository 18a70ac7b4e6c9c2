package io.sockettwin.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// What is measured, as system properties.
///
/// @param tree the source tree the programs were built in
/// @param folder where everything is kept; registering devices is slow, so it pays to keep it
/// @param devices how many, one run for each number
/// @param rates reports offered a second, one after the other in each run
/// @param time how long each rate is measured
/// @param warmUp how long a fresh service runs before
/// @param brokerApart whether the broker is a process of its own
/// @param options of the service's virtual machine
record Settings(
    Path tree,
    Path folder,
    List<Integer> devices,
    List<Integer> rates,
    Duration time,
    Duration warmUp,
    boolean brokerApart,
    boolean yardsticks,
    List<String> options) {

  /// The service's memory in production, by our compose file.
  private static final String OPTIONS = "-Xmx384m -XX:+UseCompactObjectHeaders";

  static Settings read(Properties given) {
    return new Settings(
        Path.of(given.getProperty("bench.tree", "..")).toAbsolutePath().normalize(),
        Path.of(given.getProperty("bench.folder", "target/bench")).toAbsolutePath(),
        numbers(given.getProperty("bench.devices", "1000,5000,15000")),
        numbers(given.getProperty("bench.rates", "5000,10000,20000,40000")),
        Duration.ofSeconds(numbers(given.getProperty("bench.seconds", "20")).getFirst()),
        Duration.ofSeconds(numbers(given.getProperty("bench.warm-up-seconds", "30")).getFirst()),
        Boolean.parseBoolean(given.getProperty("bench.broker-apart", "false")),
        Boolean.parseBoolean(given.getProperty("bench.yardsticks", "true")),
        List.of(given.getProperty("bench.options", OPTIONS).strip().split("\\s+")));
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).toList();
  }
}
