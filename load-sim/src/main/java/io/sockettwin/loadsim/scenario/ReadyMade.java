package io.sockettwin.loadsim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The scenarios that come with the program.
public final class ReadyMade {

  public static final List<String> NAMES =
      List.of(
          "quickstart",
          "evening-peak",
          "overload-storm",
          "router-reboot",
          "brown-out",
          "duplicate-credentials",
          "flaky-wifi",
          "clock-skew",
          "slow-consumer",
          "soak",
          "timers-at-seven",
          "firmware-fleet",
          "mixed-clients",
          "many-connections",
          "month");

  private static final String FOLDER = "/io/sockettwin/loadsim/scenarios/";

  private ReadyMade() {}

  public static Optional<String> text(String name) {
    return NAMES.contains(name) ? Optional.of(resource(name + ".yaml")) : Optional.empty();
  }

  /// The JSON Schema of scenario files.
  public static String schema() {
    return resource("scenario.schema.json");
  }

  private static String resource(String file) {
    try (InputStream in = ReadyMade.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
