package io.sockettwin.mqttbroker.standalone;

import io.sockettwin.mqttbroker.gate.BrokerSettings;
import io.sockettwin.mqttbroker.gate.BrokerSettings.Durability;
import io.sockettwin.mqttbroker.gate.DeviceRates;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/// What the operator has set: `--port=1883` or the environment variable
/// `SOCKETTWIN_BROKER_PORT=1883`, the former first.
///
/// @param gateUrl where twin-service answers logins
/// @param gateSecret what it knows us by
record StandaloneSettings(BrokerSettings broker, URI gateUrl, String gateSecret) {

  static final String USAGE =
      """
      Settings, as --name=value or as environment variable SOCKETTWIN_BROKER_NAME:
        gate-url            where twin-service answers logins (required)
        gate-secret         the secret shared with it (required)
        port                TCP port (1883)
        bind-address        address to listen on (0.0.0.0)
        web-socket-port     port for MQTT over WebSocket (none)
        data-folder         where sessions and queues are kept (data/broker)
        program-folder      where the program is unpacked (data/program)
        durability          file or memory (file)
        in-flight-messages  unacknowledged messages on their way to the service (1000)
        unacknowledged-per-second, acknowledged-per-second
                            messages a device may send with QoS 0 (30) and QoS 1 (10)\
      """;

  /// Settings, or the sentence that says what is wrong with them.
  sealed interface Parsed {
    record Valid(StandaloneSettings settings) implements Parsed {}

    record Invalid(String sentence) implements Parsed {}
  }

  static Parsed parse(String[] arguments, Map<String, String> environment) {
    try {
      return new Parsed.Valid(read(new SettingsSource(List.of(arguments), environment)));
    } catch (SettingsSource.BadSetting e) {
      return new Parsed.Invalid(String.valueOf(e.getMessage()));
    }
  }

  private static StandaloneSettings read(SettingsSource source) throws SettingsSource.BadSetting {
    var broker =
        new BrokerSettings(
            source.get("program-folder", "data/program", Path::of),
            source.get("data-folder", "data/broker", Path::of),
            source.get("bind-address", "0.0.0.0", Function.identity()),
            source.get("port", "1883", StandaloneSettings::port),
            source.get(
                "web-socket-port",
                "",
                text -> text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(port(text))),
            source.get(
                "durability", "file", text -> Durability.valueOf(text.toUpperCase(Locale.ROOT))),
            source.get(
                "in-flight-messages",
                Integer.toString(BrokerSettings.DEFAULT_IN_FLIGHT_MESSAGES),
                text -> between(1, 65_535, text)),
            new DeviceRates(
                rate(source, "unacknowledged-per-second", DeviceRates.DEFAULT.unacknowledged()),
                rate(source, "acknowledged-per-second", DeviceRates.DEFAULT.acknowledged())));
    return new StandaloneSettings(
        broker,
        source.require("gate-url", StandaloneSettings::httpUrl),
        source.require("gate-secret", Function.identity()));
  }

  private static int rate(SettingsSource source, String name, int vendors)
      throws SettingsSource.BadSetting {
    return source.get(name, Integer.toString(vendors), text -> between(1, 1_000_000, text));
  }

  private static URI httpUrl(String text) {
    URI url = URI.create(text);
    if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
      throw new IllegalArgumentException("not an http address");
    }
    return url;
  }

  private static int port(String text) {
    return between(0, 65_535, text);
  }

  private static int between(int least, int most, String text) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException("not between %d and %d".formatted(least, most));
    }
    return number;
  }
}
