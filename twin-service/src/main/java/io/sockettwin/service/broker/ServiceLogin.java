package io.sockettwin.service.broker;

import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.PermissionNotice;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.mqttbroker.gate.Standing;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// How the service itself enters the broker.
@Singleton
final class ServiceLogin {
  private static final int RANDOM_BYTES = 32;

  /// All the protocol's topics; the last one stands for the user topics `{p}/{d}/{name}`. Never a
  /// lone `#`.
  private static final List<String> ALL_TOPICS =
      Stream.of(
              Stream.of(
                      "thing",
                      "sys",
                      "ota",
                      "log",
                      "gateway",
                      "rrpc",
                      "broadcast",
                      "shadow",
                      "config",
                      "resource",
                      "template")
                  .map(root -> "$" + root + "/#"),
              Stream.of("+/+/+"))
          .flatMap(topics -> topics)
          .toList();

  private final String clientId;
  private final String username;
  private final String password;

  ServiceLogin(BrokerConfig config) {
    clientId = config.clientId();
    username = config.username().orElse(clientId);
    password = config.password().orElseGet(ServiceLogin::random);
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String clientId() {
    return clientId;
  }

  /// The client that only sends broadcasts.
  String broadcastClientId() {
    return clientId + "-broadcasts";
  }

  String username() {
    return username;
  }

  byte[] password() {
    return password.getBytes(StandardCharsets.UTF_8);
  }

  boolean matches(Login login) {
    return login.password() != null
        && MessageDigest.isEqual(password(), login.password().getBytes(StandardCharsets.UTF_8));
  }

  Admitted broadcaster() {
    return new Admitted(Standing.SERVICE, List.of("$broadcast/#"), List.of(), null);
  }

  Admitted admitted() {
    return new Admitted(
        Standing.SERVICE,
        Stream.concat(ALL_TOPICS.stream(), Stream.of(PermissionNotice.FILTER)).toList(),
        Stream.concat(ALL_TOPICS.stream(), Stream.of(SessionNotice.FILTER)).toList(),
        null);
  }
}
