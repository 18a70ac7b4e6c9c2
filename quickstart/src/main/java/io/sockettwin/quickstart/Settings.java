package io.sockettwin.quickstart;

import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.IntStream;

/// What whoever tries it out may choose, as system properties.
///
/// @param httpPort where pages and REST listen, on this machine only
/// @param mqttPort where devices connect, from this machine only
/// @param socketPort where the socket itself can be touched, on this machine only
/// @param folder everything that is kept from start to start
record Settings(int httpPort, int mqttPort, int socketPort, Path folder) {
  static final String HTTP_PORT = "quickstart.http-port";
  static final String MQTT_PORT = "quickstart.mqtt-port";
  static final String SOCKET_PORT = "quickstart.socket-port";
  static final String FOLDER = "quickstart.data";

  private static final int MAX_PORT = 65_535;

  /// What came of reading them.
  sealed interface Parsed {
    record Read(Settings settings) implements Parsed {}

    record Problem(String sentence) implements Parsed {}
  }

  /// Reads the properties; one that is absent or empty takes its default.
  static Parsed parse(Properties properties, Path workingDirectory) {
    try {
      int http = port(properties, HTTP_PORT, "8080");
      int mqtt = port(properties, MQTT_PORT, "1883");
      int socket = port(properties, SOCKET_PORT, "8091");
      if (IntStream.of(http, mqtt, socket).distinct().count() < 3) {
        return new Parsed.Problem(
            "%s, %s and %s are %d, %d and %d, but each needs a port of its own."
                .formatted(HTTP_PORT, MQTT_PORT, SOCKET_PORT, http, mqtt, socket));
      }
      Path folder = workingDirectory.resolve(text(properties, FOLDER, "quickstart-data"));
      return new Parsed.Read(new Settings(http, mqtt, socket, folder.normalize()));
    } catch (NumberFormatException e) {
      return new Parsed.Problem(String.valueOf(e.getMessage()));
    }
  }

  private static int port(Properties properties, String key, String otherwise) {
    String text = text(properties, key, otherwise);
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port == 0 || port > MAX_PORT) {
      throw new NumberFormatException(
          "%s is \"%s\", but a port is a number from 1 to %d.".formatted(key, text, MAX_PORT));
    }
    return port;
  }

  private static String text(Properties properties, String key, String otherwise) {
    String text = properties.getProperty(key, "").strip();
    return text.isEmpty() ? otherwise : text;
  }
}
