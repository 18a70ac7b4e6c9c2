package io.sockettwin.agent.at;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtCommand.Argument;
import io.sockettwin.wire.at.AtCommand.Argument.Text;
import io.sockettwin.wire.at.AtCommand.Argument.Whole;
import io.sockettwin.wire.at.AtCommand.Form;
import io.sockettwin.wire.at.AtLine;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The commands of an emulated module (protocol section 15). What it cannot do, it says as a real
/// one says of commands it does not know. Called by the thread of the serial line only.
final class ModuleCommands {

  private static final int WRONG_STATE = 208;
  private static final int BAD_PARAMETER = 204;

  private static final Map<String, String> USAGE =
      Map.of(
          "CWMODE", "mode",
          "TCDEVINFOSET", "tlsmode,\"product\",\"device\",\"secret\"",
          "TCMQTTSRV", "\"host\"",
          "TCMQTTCONN", "tlsmode,timeout,keepalive,clean,reconnect",
          "TCMQTTSUB", "\"topic\",qos",
          "TCMQTTPUB", "\"topic\",qos,\"message\"",
          "TCMQTTPUBL", "\"topic\",qos,length");

  private final int port;
  private final Consumer<AtLine> say;
  private final ModuleSession session;
  private @Nullable DeviceKey device;
  private @Nullable DeviceSecret secret;
  private @Nullable String host;
  private String dataTopic = "";
  private int dataWanted;

  ModuleCommands(int port, Consumer<AtLine> say) {
    this.port = port;
    this.say = say;
    this.session = new ModuleSession(say);
  }

  /// How many bytes of a long publish are still to come.
  int dataWanted() {
    return dataWanted;
  }

  void take(String line) {
    AtCommand command = AtCommand.parse(line).orElse(null);
    if (command == null) {
      unknown();
      return;
    }
    if (command.form() == Form.TEST && USAGE.containsKey(command.name())) {
      tell("+" + command.name() + ":" + USAGE.get(command.name()));
      return;
    }
    switch (command.name()) {
      case "", "E0", "E1", "CWMODE" -> say.accept(new AtLine.Ok());
      case "GMR" -> tell("AT version:1.7.4(emulated)");
      case "RST" -> restart();
      case "TCMQTTSTATE" -> {
        say.accept(new AtLine.State(session.connected()));
        say.accept(new AtLine.Ok());
      }
      case "TCDEVINFOSET" -> identify(command);
      case "TCMQTTSRV" -> server(command);
      case "TCMQTTCONN" -> connect();
      case "TCMQTTDISCONN" -> disconnect();
      case "TCMQTTSUB" -> subscribe(command);
      case "TCMQTTPUB", "TCMQTTPUBL" -> publish(command);
      default -> unknown();
    }
  }

  private void unknown() {
    say.accept(new AtLine.Failed("ERR CODE:0x01090000"));
    say.accept(new AtLine.Failed("ERROR"));
  }

  private void fail(int number) {
    say.accept(new AtLine.Failed("+CME ERROR:" + number));
  }

  private void tell(String text) {
    say.accept(new AtLine.Other(text));
    say.accept(new AtLine.Ok());
  }

  private void done(AtCommand command, boolean good) {
    say.accept(new AtLine.Ok());
    say.accept(new AtLine.Ended(command.name(), good ? "OK" : "FAIL," + BAD_PARAMETER));
  }

  private void restart() {
    session.close();
    say.accept(new AtLine.Ok());
    for (String text : List.of("ready", "WIFI CONNECTED", "WIFI GOT IP")) {
      say.accept(new AtLine.Other(text));
    }
  }

  private void identify(AtCommand command) {
    List<Argument> arguments = command.arguments();
    DeviceKey who = device;
    DeviceSecret known = secret;
    if (command.form() == Form.QUERY && who != null && known != null) {
      // The secret itself is never said: all its characters in one (protocol section 15).
      int characters = known.base64().chars().reduce(0, (a, b) -> a ^ b);
      tell(
          "+TCDEVINFOSET:1,\"%s\",\"%s\",%d,\"ap-guangzhou\""
              .formatted(who.productId(), who.deviceName(), characters));
    } else if (session.connected()) {
      fail(WRONG_STATE);
    } else if (arguments.size() >= 4
        && arguments.get(1) instanceof Text(String product)
        && arguments.get(2) instanceof Text(String name)
        && arguments.get(3) instanceof Text(String key)) {
      device = DeviceKey.of(product, name).orElse(null);
      secret = DeviceSecret.parse(key).orElse(null);
      done(command, device != null && secret != null);
    } else {
      fail(BAD_PARAMETER);
    }
  }

  private void server(AtCommand command) {
    if (command.form() == Form.QUERY) {
      tell("+TCMQTTSRV:\"" + (host == null ? "" : host) + "\"");
    } else if (session.connected()) {
      fail(WRONG_STATE);
    } else if (command.arguments().size() == 1
        && command.arguments().getFirst() instanceof Text(String name)) {
      host = name;
      done(command, true);
    } else {
      fail(BAD_PARAMETER);
    }
  }

  private void connect() {
    DeviceKey who = device;
    DeviceSecret key = secret;
    String where = host;
    if (who == null || key == null || where == null || session.connected()) {
      fail(WRONG_STATE);
      return;
    }
    say.accept(new AtLine.Ok());
    session.connect(new ServiceAddress(where, port), who, key);
  }

  private void disconnect() {
    if (!session.connected()) {
      say.accept(new AtLine.Failed("ERROR"));
      return;
    }
    session.close();
    say.accept(new AtLine.Disconnected(2));
    say.accept(new AtLine.Ok());
  }

  private void subscribe(AtCommand command) {
    if (command.form() == Form.QUERY) {
      session
          .subscriptions()
          .forEach(topic -> say.accept(new AtLine.Other("+TCMQTTSUB:\"" + topic + "\",0")));
      say.accept(new AtLine.Ok());
    } else if (session.connected()
        && command.arguments().size() == 2
        && command.arguments().getFirst() instanceof Text(String topic)) {
      say.accept(new AtLine.Ok());
      session.subscribe(topic);
    } else {
      fail(WRONG_STATE);
    }
  }

  private void publish(AtCommand command) {
    List<Argument> arguments = command.arguments();
    if (!session.connected()) {
      fail(WRONG_STATE);
    } else if (arguments.size() == 3 && arguments.getFirst() instanceof Text(String topic)) {
      switch (arguments.get(2)) {
        case Text(String payload) -> {
          say.accept(new AtLine.Ok());
          session.publish(topic, payload);
          say.accept(new AtLine.Ended("TCMQTTPUB", "OK"));
        }
        case Whole(long length) when length >= 1 && length <= AtDialogue.MAX_DATA_BYTES -> {
          dataTopic = topic;
          dataWanted = (int) length;
          say.accept(new AtLine.Ok());
          say.accept(new AtLine.Prompt());
        }
        case Whole(long length) -> fail(BAD_PARAMETER);
      }
    } else {
      fail(BAD_PARAMETER);
    }
  }

  /// The data of a long publish, or nothing if they were broken off.
  void data(String payload) {
    dataWanted = 0;
    if (payload.isEmpty()) {
      say.accept(new AtLine.Ended("TCMQTTPUBL", "FAIL,202"));
      return;
    }
    session.publish(dataTopic, payload);
    say.accept(new AtLine.Ended("TCMQTTPUBL", "OK"));
  }

  void close() {
    session.close();
  }
}
