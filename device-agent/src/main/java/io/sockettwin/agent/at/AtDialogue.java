package io.sockettwin.agent.at;

import io.sockettwin.agent.at.AtRequest.Purpose;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtCommand.Argument;
import io.sockettwin.wire.at.AtText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The dialogue with the module as a pure function: one command at a time, news at any time
/// (protocol section 15).
final class AtDialogue {

  /// A module that has said nothing for so long is asked whether its session still stands.
  static final Duration CHECK_AFTER = Duration.ofSeconds(60);

  /// What the module takes as the data of a long publish.
  static final int MAX_DATA_BYTES = 2048;

  /// The module's own limits: 1000 to 10000 ms, 60 to 690 s.
  private static final int LOGIN_MILLIS = 10_000;

  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final int LINE_END_BYTES = 2;

  private final DeviceKey device;
  private final DeviceSecret secret;
  private final String host;

  AtDialogue(DeviceKey device, DeviceSecret secret, String host) {
    this.device = device;
    this.secret = secret;
    this.host = host;
  }

  AtStep advance(AtState state, AtInput input, Instant now) {
    AtTurn turn = new AtTurn(state, now);
    switch (input) {
      case AtInput.Connect() -> connect(turn);
      case AtInput.Subscribe() -> subscribe(turn);
      case AtInput.Publish(String topic, String payload) -> publish(turn, topic, payload);
      case AtInput.HangUp() -> turn.hangUp();
      case AtInput.Heard(String line) -> AtListener.heard(turn, line);
      case AtInput.LineGone() -> {
        // What is plugged in next may be another module.
        turn.configured = false;
        turn.lost(Loss.MODULE_SILENT);
      }
      case AtInput.WakeUp() -> turn.wakeUp();
    }
    return turn.step();
  }

  private void connect(AtTurn turn) {
    turn.restart();
    turn.add(new AtRequest(Purpose.GREET, AtCommand.execute("E0")));
    turn.add(new AtRequest(Purpose.STATE, AtCommand.query("TCMQTTSTATE")));
    if (!turn.configured) {
      turn.add(new AtRequest(Purpose.MODE, AtCommand.set("CWMODE", whole(1))));
      turn.add(
          new AtRequest(
              Purpose.IDENTIFY,
              AtCommand.set(
                  "TCDEVINFOSET",
                  whole(1),
                  text(device.productId()),
                  text(device.deviceName()),
                  text(secret.base64()))));
      turn.add(new AtRequest(Purpose.SERVER, AtCommand.set("TCMQTTSRV", text(host))));
    }
    // Without the module's own reconnecting: the session has its back-off.
    turn.add(
        new AtRequest(
            Purpose.LOGIN,
            AtCommand.set(
                "TCMQTTCONN",
                whole(1),
                whole(LOGIN_MILLIS),
                whole(KEEP_ALIVE_SECONDS),
                whole(1),
                whole(0))));
  }

  private void subscribe(AtTurn turn) {
    if (turn.connected) {
      for (TopicKind kind : List.of(TopicKind.PROPERTY_DOWN, TopicKind.EVENT_DOWN)) {
        Argument topic = text(new Topic(kind, device).name());
        turn.add(new AtRequest(Purpose.SUBSCRIBE, AtCommand.set("TCMQTTSUB", topic, whole(0))));
      }
    }
  }

  private static void publish(AtTurn turn, String topic, String payload) {
    if (!turn.connected) {
      return;
    }
    AtCommand brief = AtCommand.set("TCMQTTPUB", text(topic), whole(0), text(payload));
    if (bytes(brief.line()) + LINE_END_BYTES <= AtCommand.MAX_LENGTH) {
      turn.add(new AtRequest(Purpose.PUBLISH, brief));
      return;
    }
    String data = AtText.escape(payload);
    int length = bytes(data);
    if (length > MAX_DATA_BYTES) {
      turn.warn("a message of " + length + " bytes is too long for the module");
      return;
    }
    turn.add(
        new AtRequest(
            Purpose.PUBLISH,
            AtCommand.set("TCMQTTPUBL", text(topic), whole(0), whole(length)),
            data));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Argument text(String value) {
    return new Argument.Text(value);
  }

  private static Argument whole(long value) {
    return new Argument.Whole(value);
  }
}
