package io.sockettwin.service;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.sockettwin.service.startup.InvalidSetting;
import io.sockettwin.service.startup.StartupRefused;
import org.jboss.logging.Logger;

/// Tells why the application itself did not start: in a sentence where it is the operator's to
/// mend.
final class StartFailure {
  private static final Logger LOG = Logger.getLogger(StartFailure.class);

  private StartFailure() {}

  static void tell(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    switch (cause) {
      case StartupRefused e -> System.err.println(e.getMessage());
      case ConfigValidationException e -> System.err.println(InvalidSetting.sentence(e));
      case ConfigurationException e ->
          System.err.println("Invalid configuration: " + e.getMessage());
      case QuarkusBindException e ->
          System.err.println(
              "HTTP port "
                  + e.getPort()
                  + " on "
                  + e.getHost()
                  + " is in use: choose another with quarkus.http.port.");
      default -> LOG.error("The application did not start", failure);
    }
  }
}
