package io.sockettwin.quickstart;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The packaged programs, as the build leaves them.
record Programs(Path service, Path agent) {

  /// Finds them in the source tree this class was built in.
  static Programs built() {
    try {
      Path self =
          Path.of(Programs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return inTree(self.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Programs inTree(Path tree) {
    return new Programs(
        tree.resolve("twin-service/target/quarkus-app/twin-service-run.jar"),
        tree.resolve("device-agent/target/device-agent.jar"));
  }

  void requireBuilt() {
    Stream.of(service, agent)
        .filter(Files::notExists)
        .findFirst()
        .ifPresent(missing -> {
          throw new CannotGoOn(missing + " is missing: build it with ./mvnw package -DskipTests.");
        });
  }
}
