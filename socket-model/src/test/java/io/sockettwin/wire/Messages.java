package io.sockettwin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.EventKind;
import io.sockettwin.thing.Templates;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of each message with the exact text the protocol shows for it.
final class Messages {
  static final DeviceKey DEVICE = new DeviceKey("HRDG3CKWWZ", "socket001");
  static final ClientToken T = ClientToken.of("T-1");
  private static final Instant AT = Instant.ofEpochMilli(1_628_646_783_000L);
  private static final DeviceKey SUB = new DeviceKey("PVABCDEFDN", "plug_001");

  private Messages() {}

  static ObjectNode object(String json) {
    return (ObjectNode) Templates.json(json);
  }

  static Map<Message.Up, String> up() {
    Map<Message.Up, String> texts = new LinkedHashMap<>();
    texts.put(
        new Message.Report(T, AT, object("{\"on\":1}")),
        "{\"method\":\"report\",\"clientToken\":\"T-1\",\"timestamp\":1628646783000,\"params\":{\"on\":1}}");
    texts.put(
        new Message.Report(T, null, object("{\"on\":1}"), object("{\"on\":9}"), false),
        "{\"method\":\"report\",\"clientToken\":\"T-1\",\"params\":{\"on\":1},\"metadata\":{\"on\":9},\"automation\":\"disable\"}");
    texts.put(
        new Message.GetStatus(T, StatusScope.BOTH, false),
        "{\"method\":\"get_status\",\"clientToken\":\"T-1\"}");
    texts.put(
        new Message.GetStatus(T, StatusScope.REPORT, true),
        "{\"method\":\"get_status\",\"clientToken\":\"T-1\",\"type\":\"report\",\"showmeta\":1}");
    texts.put(
        new Message.ControlReply(T, 0, ""),
        "{\"method\":\"control_reply\",\"clientToken\":\"T-1\",\"code\":0}");
    texts.put(
        new Message.ControlReply(ClientToken.NULL, -1, "no"),
        "{\"method\":\"control_reply\",\"clientToken\":null,\"code\":-1,\"status\":\"no\"}");
    texts.put(
        new Message.ClearControl(T), "{\"method\":\"clear_control\",\"clientToken\":\"T-1\"}");
    texts.put(
        new Message.ReportInfo(T, object("{\"fw_ver\":\"3.0.0\"}")),
        "{\"method\":\"report_info\",\"clientToken\":\"T-1\",\"params\":{\"fw_ver\":\"3.0.0\"}}");
    var event = new PostedEvent("status_report", EventKind.INFO, null, object("{\"status\":0}"));
    texts.put(
        new Message.EventPost(T, "1.0", false, List.of(event)),
        "{\"method\":\"event_post\",\"clientToken\":\"T-1\",\"version\":\"1.0\",\"eventId\":\"status_report\",\"type\":\"info\",\"timestamp\":0,\"params\":{\"status\":0}}");
    texts.put(
        new Message.EventPost(
            T, null, true, List.of(event, new PostedEvent("e", null, AT, object("{}")))),
        "{\"method\":\"events_post\",\"clientToken\":\"T-1\",\"events\":[{\"eventId\":\"status_report\",\"type\":\"info\",\"timestamp\":0,\"params\":{\"status\":0}},{\"eventId\":\"e\",\"timestamp\":1628646783000,\"params\":{}}]}");
    texts.put(
        new Message.ActionReply(T, 0, "done", object("{\"err_code\":0}")),
        "{\"method\":\"action_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"done\",\"response\":{\"err_code\":0}}");
    texts.put(
        new Message.AppBindToken(T, "b"),
        "{\"method\":\"app_bind_token\",\"clientToken\":\"T-1\",\"params\":{\"token\":\"b\"}}");
    texts.put(
        new Message.GetModelDefine(T), "{\"method\":\"get_model_define\",\"clientToken\":\"T-1\"}");
    texts.put(
        new Message.ServiceRequest(
            T, "x", object("{\"method\":\"x\",\"clientToken\":\"T-1\",\"more\":[1]}")),
        "{\"method\":\"x\",\"clientToken\":\"T-1\",\"more\":[1]}");
    texts.put(new Message.GetTime(), "{\"type\":\"get\",\"resource\":[\"time\"]}");
    texts.put(
        new Message.FirmwareVersion("1.0.0"),
        "{\"type\":\"report_version\",\"report\":{\"version\":\"1.0.0\"}}");
    texts.put(
        new Message.FirmwareProgress("1.3.0", "downloading", 10, 0, ""),
        "{\"type\":\"report_progress\",\"report\":{\"progress\":{\"state\":\"downloading\",\"percent\":\"10\",\"result_code\":\"0\",\"result_msg\":\"\"},\"version\":\"1.3.0\"}}");
    texts.put(new Message.GetLogLevel(T), "{\"type\":\"get_log_level\",\"clientToken\":\"T-1\"}");
    texts.put(
        new Message.Gateway(GatewayOperation.ONLINE, List.of(new SubDevice(SUB, null))),
        "{\"type\":\"online\",\"payload\":{\"devices\":[{\"product_id\":\"PVABCDEFDN\",\"device_name\":\"plug_001\"}]}}");
    texts.put(
        new Message.Gateway(
            GatewayOperation.BIND,
            List.of(new SubDevice(SUB, new BindingProof(7, 1_600_000_000, "hmacsha1", "s=")))),
        "{\"type\":\"bind\",\"payload\":{\"devices\":[{\"product_id\":\"PVABCDEFDN\",\"device_name\":\"plug_001\",\"signature\":\"s=\",\"random\":7,\"timestamp\":1600000000,\"signmethod\":\"hmacsha1\",\"authtype\":\"psk\"}]}}");
    texts.put(
        new Message.Gateway(GatewayOperation.DESCRIBE_SUB_DEVICES, List.of()),
        "{\"type\":\"describe_sub_devices\"}");
    texts.put(new Message.RemoteCallReply("p1", ByteBuffer.wrap(new byte[] {'o', 'k'})), "ok");
    texts.put(new Message.RawUp(TopicKind.RAW_UP, ByteBuffer.wrap(new byte[] {'r'})), "r");
    return texts;
  }

  static Map<Message.Down, String> down() {
    Map<Message.Down, String> texts = new LinkedHashMap<>();
    texts.put(
        new Message.ReportReply(T, 0, "success"),
        "{\"method\":\"report_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\"}");
    texts.put(
        new Message.GetStatusReply(
            T, 0, "success", StatusScope.BOTH, object("{\"v\":220.1}"), object("{\"on\":1}"), null),
        "{\"method\":\"get_status_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\",\"data\":{\"reported\":{\"v\":220.1},\"control\":{\"on\":1}}}");
    texts.put(
        new Message.GetStatusReply(T, 0, "success", StatusScope.CONTROL, null, null, null),
        "{\"method\":\"get_status_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\",\"type\":\"control\",\"data\":{}}");
    texts.put(
        new Message.GetStatusReply(
            T,
            0,
            "success",
            StatusScope.REPORT,
            object("{\"on\":1}"),
            null,
            object("{\"reported\":{\"on\":{\"timestamp\":1}}}")),
        "{\"method\":\"get_status_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\",\"type\":\"report\",\"data\":{\"reported\":{\"on\":1},\"metadata\":{\"reported\":{\"on\":{\"timestamp\":1}}}}}");
    texts.put(
        new Message.Control(T, object("{\"on\":1}")),
        "{\"method\":\"control\",\"clientToken\":\"T-1\",\"params\":{\"on\":1}}");
    texts.put(
        new Message.ClearControlReply(T, 0, "success"),
        "{\"method\":\"clear_control_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\"}");
    texts.put(
        new Message.ReportInfoReply(T, 0, "success"),
        "{\"method\":\"report_info_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\"}");
    texts.put(
        new Message.EventReply(T, "1.0", false, 0, ""),
        "{\"method\":\"event_reply\",\"clientToken\":\"T-1\",\"version\":\"1.0\",\"code\":0,\"status\":\"\",\"data\":{}}");
    texts.put(
        new Message.EventReply(T, null, true, 404, "x not defined"),
        "{\"method\":\"events_reply\",\"clientToken\":\"T-1\",\"code\":404,\"status\":\"x not defined\",\"data\":{}}");
    texts.put(
        new Message.Action(T, "blink", AT, object("{\"times\":3}")),
        "{\"method\":\"action\",\"clientToken\":\"T-1\",\"actionId\":\"blink\",\"timestamp\":1628646783,\"params\":{\"times\":3}}");
    texts.put(
        new Message.ModelDefine(T, 0, object("{\"properties\":[]}")),
        "{\"method\":\"get_model_define_reply\",\"clientToken\":\"T-1\",\"code\":0,\"model\":{\"properties\":[]}}");
    texts.put(
        new Message.ServiceReply(T, "app_bind_token", 0, "success"),
        "{\"method\":\"app_bind_token_reply\",\"clientToken\":\"T-1\",\"code\":0,\"status\":\"success\"}");
    texts.put(
        new Message.BindDevice(T, AT),
        "{\"method\":\"bind_device\",\"clientToken\":\"T-1\",\"timestamp\":1628646783}");
    texts.put(
        new Message.UnbindDevice(T, AT),
        "{\"method\":\"unbind_device\",\"clientToken\":\"T-1\",\"timestamp\":1628646783}");
    texts.put(
        new Message.Time(AT.plusMillis(127), AT.plusMillis(128)),
        "{\"type\":\"get\",\"time\":1628646783,\"ntptime1\":1628646783127,\"ntptime2\":1628646783128}");
    texts.put(
        new Message.FirmwareVersionReply(0, "success"),
        "{\"type\":\"report_version_rsp\",\"result_code\":0,\"result_msg\":\"success\"}");
    texts.put(
        new Message.UpdateFirmware("1.3.0", "http://x/f", 175_436, "ad46"),
        "{\"type\":\"update_firmware\",\"file_size\":175436,\"md5sum\":\"ad46\",\"url\":\"http://x/f\",\"version\":\"1.3.0\"}");
    texts.put(
        new Message.LogLevel(T, 0),
        "{\"type\":\"get_log_level\",\"log_level\":0,\"clientToken\":\"T-1\"}");
    texts.put(
        new Message.LogLevel(ClientToken.NONE, 4), "{\"type\":\"get_log_level\",\"log_level\":4}");
    texts.put(
        new Message.GatewayReply("unbind", List.of(new SubDevice.Result(SUB, -1))),
        "{\"type\":\"unbind\",\"payload\":{\"devices\":[{\"product_id\":\"PVABCDEFDN\",\"device_name\":\"plug_001\",\"result\":-1}]}}");
    texts.put(
        new Message.GatewayChange(true, List.of(SUB)),
        "{\"type\":\"change\",\"payload\":{\"status\":1,\"devices\":[{\"product_id\":\"PVABCDEFDN\",\"device_name\":\"plug_001\"}]}}");
    texts.put(new Message.RemoteCall("p1", ByteBuffer.wrap(new byte[] {'?'})), "?");
    texts.put(
        new Message.RawDown(TopicKind.BROADCAST_DOWN, ByteBuffer.wrap(new byte[] {'b'})), "b");
    return texts;
  }
}
