package io.sockettwin.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.Templates;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.GatewayOperation;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.TopicKind;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherRequestsTest {
  private static final ClientToken T = ClientToken.of("t");
  private final Cloud cloud = Cloud.ofSocket();

  @Test
  void answersTheInformationTheSocketFirmwareSendsAtItsStart() {
    assertThat(
            info(
                "{\"module_hardinfo\":\"ESP8266\",\"moudle_softinfo\":\"V1.0\",\"fw_ver\":\"3.0.0\",\"device_label\":{\"append_info\":\"your self define ifno\"}}"))
        .containsExactly(
            "{\"method\":\"report_info_reply\",\"clientToken\":\"i\",\"code\":0,\"status\":\"success\"}");
    assertThat(cloud.state.info())
        .containsEntry("module_hardinfo", "ESP8266")
        .containsEntry("module_softinfo", "V1.0")
        .containsEntry("device_label.append_info", "your self define ifno");
    long version = cloud.state.version();
    info("{\"fw_ver\":\"3.0.0\"}");
    assertThat(cloud.state.version()).isEqualTo(version);
  }

  @Test
  void boundsTheInformation() {
    StringBuilder members = new StringBuilder("{\"nothing\":null,\"list\":[1],\"n\":5");
    members.append(",\"long\":\"").append("x".repeat(999)).append('"');
    members.append(",\"").append("k".repeat(65)).append("\":\"v\"");
    for (int i = 0; i < 50; i++) {
      members.append(",\"k").append(i).append("\":\"v\"");
    }
    info(members.append('}').toString());
    info("{\"n\":6,\"one_more\":\"v\"}");
    assertThat(cloud.state.info())
        .hasSize(DeviceInfo.MAX_ENTRIES)
        .containsEntry("n", "6")
        .doesNotContainKeys("nothing", "list", "one_more");
    assertThat(cloud.state.info().get("long")).hasSize(DeviceInfo.MAX_TEXT_LENGTH);
  }

  @Test
  void refusesInformationWithoutAMember() {
    cloud.says(new Message.ReportInfo(T, Templates.json("{}").deepCopy()));
    assertThat(cloud.sent().getFirst()).contains("\"code\":406");
  }

  private List<String> info(String params) {
    return cloud.hears(
        "{\"method\":\"report_info\",\"clientToken\":\"i\",\"params\":" + params + "}");
  }

  @Test
  void tellsTheTime() {
    List<String> told =
        cloud.hears(TopicKind.SYSTEM_UP, "{\"type\": \"get\", \"resource\": [\"time\"]}");
    long millis = cloud.now.toEpochMilli();
    assertThat(told)
        .containsExactly(
            "{\"type\":\"get\",\"time\":%d,\"ntptime1\":%d,\"ntptime2\":%d}"
                .formatted(millis / 1000, millis, millis));
  }

  @Test
  void remembersTheFirmwaresVersion() {
    cloud.says(new Message.FirmwareVersion("1.0.0"));
    assertThat(cloud.sent())
        .containsExactly(
            "{\"type\":\"report_version_rsp\",\"result_code\":0,\"result_msg\":\"success\"}");
    assertThat(cloud.state.info()).containsEntry("fw_version", "1.0.0");
    assertThat(cloud.effects.getLast())
        .isEqualTo(new TwinEffect.HandOn(new Message.FirmwareVersion("1.0.0")));
  }

  @Test
  void asksForNoLogAndGivesTheTemplate() {
    cloud.says(new Message.GetLogLevel(T));
    assertThat(cloud.sent().getFirst()).contains("\"log_level\":0");
    cloud.says(new Message.GetModelDefine(T));
    assertThat(cloud.effects)
        .containsExactly(
            new TwinEffect.Send(new Message.ModelDefine(T, 0, cloud.template.toJson())));
  }

  @Test
  void refusesServicesItDoesNotOffer() {
    cloud.says(new Message.ServiceRequest(T, "get_user_avatar", Templates.json("{}").deepCopy()));
    assertThat(cloud.sent().getFirst())
        .startsWith("{\"method\":\"get_user_avatar_reply\",\"clientToken\":\"t\",\"code\":404");
  }

  @Test
  void handsOnWhatConcernsAFeatureBeyondTheTwin() {
    ByteBuffer bytes = ByteBuffer.allocate(1);
    for (Message.Up message :
        List.of(
            new Message.AppBindToken(T, "secret"),
            new Message.Gateway(GatewayOperation.DESCRIBE_SUB_DEVICES, List.of()),
            new Message.ActionReply(T, 0, "", Templates.json("{}").deepCopy()),
            new Message.RemoteCallReply("p", bytes),
            new Message.FirmwareProgress("1", "done", 100, 0, ""),
            new Message.RawUp(TopicKind.RAW_UP, bytes))) {
      cloud.says(message);
      assertThat(cloud.effects).containsExactly(new TwinEffect.HandOn(message));
      assertThat(cloud.state).isSameAs(TwinState.UNKNOWN);
    }
  }
}
