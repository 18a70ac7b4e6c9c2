package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.socket.ControlValue;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtLine;
import io.sockettwin.wire.at.AtText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The modem of a simulated device. It never fails, and the session behind it is somebody else's:
/// whoever runs the device tells when it stands.
///
/// Mutable, for the length of one step; what outlives it is a [#copy].
final class InnerModem implements Modem {

  private static final String FROM_CLOUD = "$thing/down/property/";

  /// What the original prints for infinite values, and for none.
  private static final Pattern NO_NUMBER = Pattern.compile(":-?(?:inf|nan)");

  /// More than the cloud can say in one turn of the device.
  private static final int MAX_PLANNED = 32;

  record Planned(long time, String line) {}

  private final int commandMilliseconds;
  private final List<Planned> planned = new ArrayList<>();
  private final List<Downlink> sent = new ArrayList<>();
  private boolean up;
  private boolean connecting;
  private boolean session;
  long now;

  InnerModem(int commandMilliseconds) {
    this.commandMilliseconds = commandMilliseconds;
  }

  InnerModem copy() {
    InnerModem copy = new InnerModem(commandMilliseconds);
    copy.planned.addAll(planned);
    copy.up = up;
    copy.connecting = connecting;
    copy.session = session;
    copy.now = now;
    return copy;
  }

  /// A modem at power-up that finds the network as this one knew it.
  InnerModem restarted() {
    InnerModem fresh = new InnerModem(commandMilliseconds);
    fresh.up = up;
    return fresh;
  }

  /// When the modem says something next.
  long until() {
    return planned.isEmpty() ? Long.MAX_VALUE : planned.getFirst().time();
  }

  /// The line that is next, and forgets it.
  String take() {
    return planned.removeFirst().line();
  }

  /// What the device has published since this was asked last.
  List<Downlink> takeSent() {
    List<Downlink> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  void linkUp() {
    up = true;
    if (connecting) {
      connected(0);
    }
  }

  /// A session that stood is announced as lost; from then on the device hears nothing any more.
  void linkDown() {
    up = false;
    loseSession(-103);
  }

  /// The control loop's own command: the session ends at its request.
  void disconnect() {
    loseSession(2);
  }

  void control(String token, Map<String, ControlValue> values) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("method", "control").put("clientToken", token);
    ObjectNode params = message.putObject("params");
    new TreeMap<>(values)
        .forEach((property, value) -> {
          switch (value) {
            case ControlValue.WholeNumber(long number) -> params.put(property, number);
            case ControlValue.Truth(boolean truth) -> params.put(property, truth);
            case ControlValue.Text(String text) -> params.put(property, text);
            case ControlValue.Unfit() -> params.put(property, "unfit");
          }
        });
    fromCloud(0, message);
  }

  void eventReply(String token) {
    reply("event_reply", token);
  }

  @Override
  public void command(String line) {
    AtCommand command = AtCommand.parse(line).orElseThrow(() -> new IllegalStateException(line));
    switch (command.name()) {
      case "TCMQTTSTATE" -> say(commandMilliseconds, new AtLine.State(session));
      case "TCMQTTCONN" -> {
        connecting = !up;
        if (up) {
          connected(commandMilliseconds);
        }
      }
      case "TCMQTTSUB" -> say(commandMilliseconds, new AtLine.Ended("TCMQTTSUB", "OK"));
      case "TCMQTTPUB" -> {
        if (command.arguments().getLast() instanceof AtCommand.Argument.Text(String payload)) {
          published(payload);
        }
      }
      default -> {}
    }
    say(commandMilliseconds, new AtLine.Ok());
  }

  @Override
  public void data(String payload) {
    published(AtText.unescape(payload));
    say(commandMilliseconds, new AtLine.Ended("TCMQTTPUBL", "OK"));
  }

  /// The session's owner has done the start requests for the whole session; here they are only
  /// answered.
  private void published(String payload) {
    Downlink message = Downlink.parse(NO_NUMBER.matcher(payload).replaceAll(":0"));
    if (message == null) {
      return;
    }
    switch (message.method()) {
      case "report_info" -> reply("report_info_reply", message.token());
      case "get_status" -> reply("get_status_reply", message.token());
      case "report" -> {
        sent.add(message);
        reply("report_reply", message.token());
      }
      default -> sent.add(message);
    }
  }

  private void reply(String method, String token) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("method", method).put("clientToken", token).put("code", 0);
    fromCloud(commandMilliseconds, message);
  }

  private void fromCloud(int after, ObjectNode message) {
    if (session) {
      say(after, new AtLine.Received(FROM_CLOUD, message.toString()));
    }
  }

  private void connected(int after) {
    connecting = false;
    session = true;
    say(after, new AtLine.Ended("TCMQTTCONN", "OK"));
  }

  private void loseSession(int reason) {
    if (session) {
      session = false;
      say(0, new AtLine.Disconnected(reason));
    }
  }

  /// In the order of time; of the same time, in the order it was said.
  private void say(int after, AtLine line) {
    if (planned.size() >= MAX_PLANNED) {
      return;
    }
    int place = planned.size();
    while (place > 0 && planned.get(place - 1).time() > now + after) {
      place--;
    }
    planned.add(place, new Planned(now + after, line.line()));
  }
}
