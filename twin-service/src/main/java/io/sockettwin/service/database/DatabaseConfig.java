package io.sockettwin.service.database;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Which database; without a URL the service runs a PostgreSQL server of its own.
///
/// Unremovable: it is read before the application starts, which still has to know its keys.
@Unremovable
@ConfigMapping(prefix = "sockettwin.database")
public interface DatabaseConfig {
  /// For example `jdbc:postgresql://db.example.org/sockettwin`.
  Optional<String> url();

  Optional<String> username();

  Optional<String> password();

  /// Where the embedded server is unpacked; `postgres-server` in the data folder by default.
  Optional<Path> embeddedServer();
}
