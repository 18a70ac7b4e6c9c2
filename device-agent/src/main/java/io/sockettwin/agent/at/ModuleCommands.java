package io.sockettwin.agent.at;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.MqttTransport;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtCommand.Argument.Text;
import io.sockettwin.wire.at.AtCommand.Argument.Whole;
import io.sockettwin.wire.at.AtCommand.Form;
import io.sockettwin.wire.at.AtLine;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The commands of an emulated module and the MQTT session behind them. What it cannot do, it says
/// as a real one says of commands it does not know.
final class ModuleCommands {

  private static final int WRONG_STATE = 208;
  private static final int BAD_PARAMETER = 204;

  private final int port;
  private final Consumer<AtLine> say;
  private final Set<String> subscriptions = new HashSet<>();
  private @Nullable DeviceKey device;
  private @Nullable DeviceSecret secret;
  private @Nullable String host;
  private @Nullable MqttTransport session;
  private boolean connected;
  private boolean subscribed;
  private boolean subscribing;
  private String dataTopic = "";
  private volatile int dataWanted;

  ModuleCommands(int port, Consumer<AtLine> say) {
    this.port = port;
    this.say = say;
  }

  int dataWanted() {
    return dataWanted;
  }

  synchronized void take(String line) {
    Optional<AtCommand> command = AtCommand.parse(line);
    if (command.isEmpty()) {
      unknown();
      return;
    }
    AtCommand known = command.get();
    switch (known.name()) {
      case "", "E0", "E1", "CWMODE" -> say.accept(new AtLine.Ok());
      case "TCMQTTSTATE" -> {
        say.accept(new AtLine.State(connected));
        say.accept(new AtLine.Ok());
      }
      case "TCDEVINFOSET" -> identify(known);
      case "TCMQTTSRV" -> server(known);
      case "TCMQTTCONN" -> connect();
      case "TCMQTTDISCONN" -> disconnect();
      case "TCMQTTSUB" -> subscribe(known);
      case "TCMQTTPUB", "TCMQTTPUBL" -> publish(known);
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

  private void identify(AtCommand command) {
    if (connected) {
      fail(WRONG_STATE);
    } else if (command.form() == Form.SET
        && command.arguments().size() >= 4
        && command.arguments().get(1) instanceof Text(String product)
        && command.arguments().get(2) instanceof Text(String name)
        && command.arguments().get(3) instanceof Text(String key)) {
      device = DeviceKey.of(product, name).orElse(null);
      secret = DeviceSecret.parse(key).orElse(null);
      done(command, device == null || secret == null ? "FAIL," + BAD_PARAMETER : "OK");
    } else {
      fail(BAD_PARAMETER);
    }
  }

  private void server(AtCommand command) {
    if (connected) {
      fail(WRONG_STATE);
    } else if (command.arguments().size() == 1
        && command.arguments().getFirst() instanceof Text(String name)) {
      host = name;
      done(command, "OK");
    } else {
      fail(BAD_PARAMETER);
    }
  }

  private void connect() {
    DeviceKey who = device;
    DeviceSecret key = secret;
    String where = host;
    if (who == null || key == null || where == null || connected) {
      fail(WRONG_STATE);
      return;
    }
    close();
    say.accept(new AtLine.Ok());
    // Its calls come from threads of their own.
    MqttTransport next =
        new MqttTransport(new ServiceAddress(where, port), who, key, this::happened);
    session = next;
    next.connect();
  }

  private void disconnect() {
    if (!connected) {
      say.accept(new AtLine.Failed("ERROR"));
      return;
    }
    close();
    say.accept(new AtLine.Disconnected(2));
    say.accept(new AtLine.Ok());
  }

  private void subscribe(AtCommand command) {
    MqttTransport standing = session;
    if (!connected
        || standing == null
        || command.arguments().size() != 2
        || !(command.arguments().getFirst() instanceof Text(String topic))) {
      fail(WRONG_STATE);
      return;
    }
    say.accept(new AtLine.Ok());
    subscriptions.add(topic);
    if (subscribed) {
      say.accept(new AtLine.Ended("TCMQTTSUB", "OK"));
    } else if (!subscribing) {
      subscribing = true;
      standing.subscribe();
    }
  }

  private void publish(AtCommand command) {
    List<AtCommand.Argument> arguments = command.arguments();
    if (!connected) {
      fail(WRONG_STATE);
    } else if (arguments.size() == 3 && arguments.getFirst() instanceof Text(String topic)) {
      switch (arguments.get(2)) {
        case Text(String payload) -> {
          say.accept(new AtLine.Ok());
          forward(topic, payload);
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
  synchronized void data(String payload) {
    dataWanted = 0;
    if (payload.isEmpty()) {
      say.accept(new AtLine.Ended("TCMQTTPUBL", "FAIL,202"));
      return;
    }
    forward(dataTopic, payload);
    say.accept(new AtLine.Ended("TCMQTTPUBL", "OK"));
  }

  private void forward(String name, String payload) {
    MqttTransport standing = session;
    Topic topic = Topic.parse(name).orElse(null);
    if (standing != null
        && topic != null
        && MessageCodec.decodeUp(topic, payload.getBytes(StandardCharsets.UTF_8))
            instanceof Decoded.Understood<Message.Up>(Message.Up message)) {
      standing.publish(message);
    }
  }

  private void done(AtCommand command, String detail) {
    say.accept(new AtLine.Ok());
    say.accept(new AtLine.Ended(command.name(), detail));
  }

  private synchronized void happened(LinkInput input) {
    switch (input) {
      case LinkInput.Connected() -> {
        connected = true;
        say.accept(new AtLine.Ended("TCMQTTCONN", "OK"));
      }
      case LinkInput.Subscribed() -> {
        subscribed = true;
        subscribing = false;
        say.accept(new AtLine.Ended("TCMQTTSUB", "OK"));
      }
      case LinkInput.Received(Message.Down message) -> received(message);
      case LinkInput.Lost(Loss loss, double jitter) -> lost(loss);
      default -> throw new IllegalStateException("a transport does not tell " + input);
    }
  }

  private void received(Message.Down message) {
    DeviceKey who = device;
    if (who == null) {
      return;
    }
    String topic = MessageCodec.topicOf(message, who).name();
    if (subscriptions.contains(topic)) {
      String payload = new String(MessageCodec.encode(message), StandardCharsets.UTF_8);
      say.accept(new AtLine.Received(topic, payload));
    }
  }

  private void lost(Loss loss) {
    boolean refused = subscribing && loss == Loss.NOT_PERMITTED;
    boolean stood = connected;
    close();
    if (refused) {
      say.accept(new AtLine.Ended("TCMQTTSUB", "FAIL,-108"));
    } else if (stood) {
      say.accept(new AtLine.Disconnected(-103));
    } else {
      say.accept(new AtLine.Ended("TCMQTTCONN", "FAIL," + number(loss)));
    }
  }

  private static int number(Loss loss) {
    return switch (loss) {
      case SERVICE_UNAVAILABLE -> -115;
      case BAD_IDENTITY -> -114;
      case WRONG_SECRET -> -116;
      case UNKNOWN_DEVICE -> -117;
      case UNREACHABLE, CLOSED, NOT_PERMITTED, TAKEN_OVER, NO_TLS, MODULE_SILENT, MODULE_REFUSED ->
          101;
    };
  }

  synchronized void close() {
    MqttTransport standing = session;
    session = null;
    connected = false;
    subscribed = false;
    subscribing = false;
    subscriptions.clear();
    if (standing != null) {
      standing.close();
    }
  }
}
