package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.EventKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private static Decoded<Message.Up> up(TopicKind kind, String json) {
    return MessageCodec.decodeUp(
        new Topic(kind, Messages.DEVICE), json.getBytes(StandardCharsets.UTF_8));
  }

  private static Decoded<Message.Down> down(TopicKind kind, String json) {
    return MessageCodec.decodeDown(
        new Topic(kind, Messages.DEVICE), json.getBytes(StandardCharsets.UTF_8));
  }

  private static <M extends Message> M message(Decoded<M> decoded) {
    return switch (decoded) {
      case Decoded.Understood<M>(M message) -> message;
      case Decoded.Refused<M>(int code, String reason, _) ->
          throw new AssertionError(code + " " + reason);
    };
  }

  /// Code and exact reply, or the code alone when nothing is to be said.
  private static <M extends Message> String refusal(Decoded<M> decoded) {
    return switch (decoded) {
      case Decoded.Understood<M>(M message) -> throw new AssertionError(message);
      case Decoded.Refused<M>(int code, _, Message.Down reply) ->
          reply == null
              ? Integer.toString(code)
              : new String(MessageCodec.encode(reply), StandardCharsets.UTF_8);
    };
  }

  @Test
  void writesExactlyAndReadsBackWhatDevicesSay() {
    Messages.up()
        .forEach((message, text) -> {
          byte[] bytes = MessageCodec.encode(message);
          assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(text);
          Topic topic = MessageCodec.topicOf(message, Messages.DEVICE);
          assertThat(message(MessageCodec.decodeUp(topic, bytes))).isEqualTo(message);
        });
  }

  @Test
  void writesExactlyAndReadsBackWhatTheCloudSays() {
    Messages.down()
        .forEach((message, text) -> {
          byte[] bytes = MessageCodec.encode(message);
          assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(text);
          Topic topic = MessageCodec.topicOf(message, Messages.DEVICE);
          assertThat(message(MessageCodec.decodeDown(topic, bytes))).isEqualTo(message);
        });
  }

  @Test
  void takesAReplyWithoutMethodForAControlReply() {
    assertThat(
            message(
                up(
                    TopicKind.PROPERTY_UP,
                    "{\"code\": 0, \"clientToken\": null, \"status\": \"\\u0000\"}")))
        .isEqualTo(new Message.ControlReply(ClientToken.NULL, 0, ""));
    assertThat(refusal(up(TopicKind.PROPERTY_UP, "{\"clientToken\":\"x\"}"))).isEqualTo("406");
    assertThat(refusal(up(TopicKind.PROPERTY_UP, "{\"method\":5,\"code\":0}"))).isEqualTo("406");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"method\":\"control_reply\", \"code\":0, \"clientToken\":\"T-1\"\\}",
        "{\"method\":\"control_reply\",\"code\":\"0\",\"clientToken\":\"T-1\"}",
        "\uFEFF{\"method\":\"control_reply\",\"code\":0,\"clientToken\":\"T-1\"}",
        "{\"method\":\"control_reply\",\"code\":0,\"clientToken\":\"T-1\"}\0",
        "\n{\n\t\"method\" : \"control_reply\",\r\n \"code\" : 0.0,\n \"clientToken\" : \"T-1\"\n}\n",
        "{\"code\":7,\"method\":\"control_reply\",\"clientToken\":\"T-1\",\"code\":0,\"x\":{}}"
      })
  void forgivesWhatClientsGetWrong(String json) {
    assertThat(message(up(TopicKind.PROPERTY_UP, json)))
        .isEqualTo(new Message.ControlReply(Messages.T, 0, ""));
  }

  @Test
  void echoesTokensAsTheyCame() {
    String[][] tokens = {
      {"\"clientToken\":\"282\",", "\"282\""},
      {"\"clientToken\":282,", "282"},
      {"\"clientToken\":99999999999999999999,", "99999999999999999999"},
      {"\"clientToken\":null,", "null"},
      {"\"clientToken\":\"a\\u0000\\\"\",", "\"a\\u0000\\\"\""},
      {"\"clientToken\":\"\\ud800\",", "\"\\uD800\""},
      {"\"clientToken\":{},", "\"\""},
      {"", "\"\""}
    };
    for (String[] token : tokens) {
      var clear =
          (Message.ClearControl)
              message(up(TopicKind.PROPERTY_UP, "{" + token[0] + "\"method\":\"clear_control\"}"));
      assertThat(MessageCodec.encode(new Message.ReportReply(clear.clientToken(), 0, "")))
          .asString(StandardCharsets.UTF_8)
          .contains("\"clientToken\":" + token[1] + ",");
    }
    assertThat(ClientToken.NULL).hasToString("null");
    assertThat(Messages.T).hasToString("T-1");
  }

  @Test
  void findsASingleEventInAnArray() {
    Message.Up post =
        message(
            up(
                TopicKind.EVENT_UP,
                "{\"method\":\"event_post\",\"clientToken\":\"T-1\",\"events\":[{\"eventId\":\"e\","
                    + "\"type\":\"fatal\",\"timestamp\":1628646783,\"params\":{\"a\":1}}]}"));
    assertThat(post)
        .isEqualTo(
            new Message.EventPost(
                Messages.T,
                null,
                false,
                List.of(
                    new PostedEvent(
                        "e",
                        EventKind.FAULT,
                        Instant.ofEpochSecond(1_628_646_783),
                        Messages.object("{\"a\":1}")))));
  }

  @Test
  void answersEventsThatAreNone() {
    String head = "{\"method\":\"event_post\",\"clientToken\":\"T-1\",";
    String reply = "{\"method\":\"event_reply\",\"clientToken\":\"T-1\",";
    for (String timestamp : List.of("\"now\"", "-1", "1e30", "99999999999999999", "{}")) {
      assertThat(
              refusal(
                  up(
                      TopicKind.EVENT_UP,
                      head + "\"eventId\":\"e\",\"timestamp\":" + timestamp + "}")))
          .isEqualTo(reply + "\"code\":405,\"status\":\"e too old\",\"data\":{}}");
    }
    assertThat(refusal(up(TopicKind.EVENT_UP, head + "\"params\":{}}")))
        .isEqualTo(reply + "\"code\":404,\"status\":\" not defined\",\"data\":{}}");
    assertThat(refusal(up(TopicKind.EVENT_UP, head + "\"events\":[1]}")))
        .isEqualTo(reply + "\"code\":404,\"status\":\" not defined\",\"data\":{}}");
    assertThat(refusal(up(TopicKind.EVENT_UP, "{\"method\":\"events_post\",\"version\":\"1.0\"}")))
        .isEqualTo(
            "{\"method\":\"events_reply\",\"clientToken\":\"\",\"version\":\"1.0\",\"code\":406,"
                + "\"status\":\"Param count not match\",\"data\":{}}");
    assertThat(refusal(up(TopicKind.EVENT_UP, "{\"method\":\"report\"}"))).isEqualTo("406");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"x\"", "{}{}", "{\"a\":NaN}", "\\}", "{\"a\":01}"})
  void answersWhatIsNoJsonObjectWithAnEmptyToken(String json) {
    assertThat(refusal(up(TopicKind.EVENT_UP, json)))
        .isEqualTo(
            "{\"method\":\"event_reply\",\"clientToken\":\"\",\"code\":403,"
                + "\"status\":\"not a JSON object\",\"data\":{}}");
    assertThat(refusal(up(TopicKind.PROPERTY_UP, json)))
        .isEqualTo(
            "{\"method\":\"report_reply\",\"clientToken\":\"\",\"code\":403,"
                + "\"status\":\"not a JSON object\"}");
    assertThat(refusal(up(TopicKind.SERVICE_UP, json))).isEqualTo("403");
    assertThat(refusal(down(TopicKind.PROPERTY_DOWN, json))).isEqualTo("403");
  }

  @Test
  void survivesBombsAndOversizeUnread() {
    for (String json :
        List.of(
            "{\"params\":" + "[".repeat(30_000),
            "{\"a\":".repeat(10_000),
            "{\"a\":" + "9".repeat(60_000) + "}",
            " ".repeat(MessageCodec.MAX_PAYLOAD_BYTES) + "{}")) {
      assertThat(refusal(up(TopicKind.PROPERTY_UP, json))).contains("\"code\":403");
      assertThat(refusal(down(TopicKind.PROPERTY_DOWN, json))).isEqualTo("403");
    }
    assertThat(
            MessageCodec.decodeUp(
                new Topic(TopicKind.EVENT_UP, Messages.DEVICE),
                "{\"method\":\"clear\"}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(Decoded.Refused.class);
  }

  /// U+0000 in two bytes, half a surrogate pair, and a byte that begins nothing.
  @ParameterizedTest
  @ValueSource(strings = {"\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00C3("})
  void refusesWhatIsNotUtf8(String latin1) {
    byte[] payload =
        ("{\"method\":\"get_status\",\"clientToken\":\"" + latin1 + "\"}")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(MessageCodec.decodeUp(new Topic(TopicKind.PROPERTY_UP, Messages.DEVICE), payload))
        .isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void answersPropertyMessagesWithoutParams() {
    for (String params : List.of("", ",\"params\":{}", ",\"params\":[1]", ",\"params\":\"x\"")) {
      assertThat(
              refusal(
                  up(
                      TopicKind.PROPERTY_UP,
                      "{\"method\":\"report\",\"clientToken\":\"T-1\"" + params + "}")))
          .isEqualTo(
              "{\"method\":\"report_reply\",\"clientToken\":\"T-1\",\"code\":406,"
                  + "\"status\":\"checkReportData fail\"}");
      assertThat(refusal(up(TopicKind.PROPERTY_UP, "{\"method\":\"report_info\"" + params + "}")))
          .contains("report_info_reply", "\"code\":406");
      assertThat(
              refusal(down(TopicKind.PROPERTY_DOWN, "{\"method\":\"control\"" + ",\"params\":1}")))
          .isEqualTo("406");
    }
  }

  @Test
  void readsTimesInSecondsAndMilliseconds() {
    String[][] times = {
      {"1628646783000", "2021-08-11T01:53:03Z"},
      {"1628646783", "2021-08-11T01:53:03Z"},
      {"0", "null"},
      {"\"x\"", "null"},
      {"-5", "null"},
      {"null", "null"},
      {"1e40", "null"}
    };
    for (String[] time : times) {
      var report =
          (Message.Report)
              message(
                  up(
                      TopicKind.PROPERTY_UP,
                      "{\"method\":\"report\",\"timestamp\":"
                          + time[0]
                          + ",\"params\":{\"a\":1}}"));
      assertThat(String.valueOf(report.at())).as(time[0]).isEqualTo(time[1]);
    }
  }

  @Test
  void readsOddFieldsOfOtherTopics() {
    assertThat(message(up(TopicKind.SYSTEM_UP, "{\"type\": \"get\", \"resource\": [1,\"time\"]}")))
        .isEqualTo(new Message.GetTime());
    assertThat(
            message(
                up(
                    TopicKind.FIRMWARE_UP,
                    "{\"type\":\"report_progress\",\"report\":{\"progress\":{\"state\":\"fail\","
                        + "\"percent\":\"many\",\"result_code\":\"-4\"},\"version\":\"1\"}}")))
        .isEqualTo(new Message.FirmwareProgress("1", "fail", 0, -4, ""));
    assertThat(message(up(TopicKind.ACTION_UP, "{\"code\":1e30,\"clientToken\":\"T-1\"}")))
        .isEqualTo(new Message.ActionReply(Messages.T, -1, "", Messages.object("{}")));
    assertThat(
            message(
                down(
                    TopicKind.PROPERTY_DOWN,
                    "{\"method\":\"get_status_reply\",\"clientToken\":\"T-1\",\"code\":0,"
                        + "\"status\":\"success\",\"data\":{\"report\":{\"a\":1}}}")))
        .isEqualTo(
            new Message.GetStatusReply(
                Messages.T,
                0,
                "success",
                StatusScope.BOTH,
                Messages.object("{\"a\":1}"),
                null,
                null));
    assertThat(message(down(TopicKind.SYSTEM_DOWN, "{\"type\":\"get\",\"time\":1628646783}")))
        .isEqualTo(
            new Message.Time(
                Instant.ofEpochSecond(1_628_646_783), Instant.ofEpochSecond(1_628_646_783)));
  }

  @Test
  void dropsWhatNobodyKnows() {
    for (TopicKind kind : TopicKind.values()) {
      Topic topic = new Topic(kind, Messages.DEVICE, kind.isCall() ? "1" : "");
      byte[] bytes = "{\"method\":\"\",\"type\":\"?\"}".getBytes(StandardCharsets.UTF_8);
      boolean opaque =
          kind.isUserTopic()
              || kind.isCall()
              || List.of("RAW", "BROADCAST", "SHADOW", "CONFIG", "RESOURCE", "TEMPLATE").stream()
                  .anyMatch(word -> kind.name().startsWith(word));
      assertThat(MessageCodec.decodeUp(topic, bytes) instanceof Decoded.Understood)
          .as(kind + " up")
          .isEqualTo(opaque && kind.mayPublish());
      assertThat(MessageCodec.decodeDown(topic, bytes) instanceof Decoded.Understood)
          .as(kind + " down")
          .isEqualTo(opaque && kind.maySubscribe());
    }
    assertThat(refusal(down(TopicKind.SERVICE_DOWN, "{\"method\":\"_reply\"}"))).isEqualTo("406");
    assertThat(refusal(down(TopicKind.LOG_DOWN, "{\"log_level\":5}"))).isEqualTo("406");
    assertThat(refusal(up(TopicKind.PROPERTY_UP, "{\"method\":\"dance\"}"))).isEqualTo("406");
    String devices = "{\"type\":\"bind\",\"payload\":{\"devices\":[{\"product_id\":\"x\"}]}}";
    assertThat(refusal(up(TopicKind.GATEWAY_UP, devices))).isEqualTo("406");
    assertThat(refusal(down(TopicKind.GATEWAY_DOWN, devices))).isEqualTo("406");
  }

  @Test
  void dropsMetadataThatADeviceBufferCannotHold() {
    ObjectNode values = Messages.object("{}");
    ObjectNode times = Messages.object("{}");
    for (int i = 0; i < 20; i++) {
      values.put("property_" + i, i);
      times.putObject("property_" + i).put("timestamp", 1_628_646_783_000L);
    }
    byte[] bytes =
        MessageCodec.encode(
            new Message.GetStatusReply(
                Messages.T, 0, "success", StatusScope.BOTH, values, null, times));
    assertThat(bytes).hasSizeLessThan(MessageCodec.DEVICE_PAYLOAD_BYTES);
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .contains("\"property_19\":19")
        .doesNotContain("timestamp");
  }

  @ParameterizedTest
  @EnumSource
  void knowsWhatAScopeAsksFor(StatusScope scope) {
    assertThat(scope.includesReported() || scope.includesControl()).isTrue();
    assertThat(scope.includesReported() && scope.includesControl())
        .isEqualTo(scope == StatusScope.BOTH);
  }
}
