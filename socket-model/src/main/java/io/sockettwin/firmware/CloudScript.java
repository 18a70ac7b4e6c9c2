package io.sockettwin.firmware;

import io.sockettwin.firmware.CloudJob.After;
import io.sockettwin.firmware.CloudJob.Ask;
import io.sockettwin.firmware.CloudJob.Look;
import io.sockettwin.firmware.CloudJob.Say;
import io.sockettwin.firmware.CloudJob.Sleep;
import io.sockettwin.wire.at.AtText;
import java.util.ArrayList;
import java.util.List;

/// The fixed parts of what the cloud task does (firmware sections 9.1 and 9.2).
final class CloudScript {

  static final int PATIENCE = Delays.busy(10_000);

  /// As recorded where no connection came about.
  private static final int CONNECT_PATIENCE = 2 * PATIENCE;

  /// Longer payloads, escapes counted, go by another command.
  private static final int SHORT_PAYLOAD = 200;

  static final List<CloudJob> MAIN_LOOP =
      List.of(
          new Sleep(1_000),
          new Look(After.DOWNLINK),
          new Sleep(1),
          new Look(After.CONTROL),
          new Look(After.REPORT),
          new Look(After.EVENT));

  private CloudScript() {}

  /// Up to the two requests at the start, which need tokens.
  static List<CloudJob> start(DeviceInfo device) {
    List<CloudJob> jobs = new ArrayList<>();
    jobs.add(new Sleep(Delays.busy(100)));
    jobs.add(new Say("AT+RST"));
    jobs.add(new Sleep(Delays.busy(100)));
    jobs.add(new Say("AT+RST"));
    jobs.add(new Sleep(Delays.busy(2_000)));
    jobs.add(ask("ATE0", CloudJob.ALL));
    jobs.add(ask("AT+GMR", CloudJob.ALL));
    jobs.add(ask(device.setCommand(), CloudJob.ALL));
    jobs.add(ask("AT+CWMODE=1", CloudJob.ALL));
    jobs.add(
        new Ask("AT+TCMQTTCONN=1,10000,240,1,1", "+TCMQTTCONN:", CONNECT_PATIENCE, CloudJob.ALL));
    jobs.add(state(CloudJob.ALL));
    jobs.add(subscribe(device.topic("down", "property"), 0));
    jobs.add(subscribe(device.topic("down", "event"), CloudJob.ALL));
    for (int i = 0; i < Property.ALL.size(); i++) {
      jobs.add(state(CloudJob.ALL));
    }
    return jobs;
  }

  static Ask ask(String command, int skips) {
    return new Ask(command, "", 0, skips);
  }

  static Ask state(int skips) {
    return new Ask("AT+TCMQTTSTATE?", "", 0, skips);
  }

  /// @param escaped the payload, already escaped
  /// @param skips how many jobs after these a failure takes away, or [CloudJob#ALL]
  static List<CloudJob> publish(String topic, String escaped, int skips) {
    if (escaped.length() <= SHORT_PAYLOAD) {
      return List.of(ask("AT+TCMQTTPUB=\"" + topic + "\",0,\"" + escaped + "\"", skips));
    }
    String command = "AT+TCMQTTPUBL=\"" + topic + "\",0," + escaped.length();
    return List.of(
        ask(command, skips == CloudJob.ALL ? skips : skips + 1), new CloudJob.Data(escaped));
  }

  private static Ask subscribe(String topic, int skips) {
    String command = "AT+TCMQTTSUB=\"" + AtText.escape(topic) + "\",0";
    return new Ask(command, "+TCMQTTSUB:", PATIENCE, skips);
  }
}
