package io.sockettwin.quickstart;

import java.nio.file.Files;
import java.nio.file.Path;

/// What the build has packaged.
record Jars(Path service, Path agent) {
  /// Finds it in the folder of the repository.
  static Jars in(Path root) throws ProgramFailed {
    return new Jars(
        require(root.resolve("twin-service/target/quarkus-app/twin-service-run.jar")),
        require(root.resolve("device-agent/target/device-agent.jar")));
  }

  private static Path require(Path jar) throws ProgramFailed {
    if (!Files.isRegularFile(jar)) {
      throw new ProgramFailed(jar + " is missing: build it with ./mvnw package -DskipTests.");
    }
    return jar;
  }
}
