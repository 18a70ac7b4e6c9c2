package io.sockettwin.service.access.identity;

import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.access.AccessConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Instant;

/// The first start creates a user who may create others. The password stands on the console and
/// nowhere else; it opens nothing but the choice of another one. Whoever has missed it signs in
/// with the machine's key and draws a new one.
@Singleton
class FirstAdministrator {
  static final String NAME = "admin";

  private final Users users;
  private final AccessConfig config;

  FirstAdministrator(Users users, AccessConfig config) {
    this.users = users;
    this.config = config;
  }

  /// Last: whatever ends the start before has the console for itself.
  void atStart(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
    if (config.firstAdministrator()) {
      create(System.out, Instant.now());
    }
  }

  /// @param console what is not kept, unlike the log
  void create(PrintStream console, Instant now) {
    users
        .createFirst(NAME, now)
        .ifPresent(password ->
            console.printf(
                "%n  First administrator: sign in as %s with the password %s%n"
                    + "  It is shown this once, and changed at the first sign-in.%n%n",
                NAME, password));
  }
}
