package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.flow.FlowEffect;
import io.sockettwin.service.push.Hops;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.List;

/// What the push channels are told of an alarm. The key is the same however often it is made, so
/// each is told once.
final class AlarmNotice {
  static final String RAISED = "alarm.raised";
  static final String CLEARED = "alarm.cleared";
  static final String ESCALATED = "alarm.escalated";

  private AlarmNotice() {}

  static String key(String alarmId, String type) {
    return type + ":" + alarmId;
  }

  static Notice raised(AlarmBatch.Raised it) {
    ObjectNode data = data(it.key().id(), it.flow().id(), it.effect().episode());
    data.put("reason", it.effect().reason());
    it.facts()
        .values()
        .forEach(
            (id, known) -> data.withObjectProperty("properties").set(id, known.value().toJson()));
    if (it.facts().event() != null) {
      it.facts()
          .event()
          .params()
          .forEach((id, value) -> data.withObjectProperty("params").set(id, value.toJson()));
    }
    return new Notice(
        key(it.key().id(), RAISED),
        RAISED,
        it.flow().draft().severity(),
        AlarmText.title(it),
        AlarmText.text(it),
        it.device(),
        data,
        new Hops(it.effect().at(), it.receivedAt(), it.decidedAt()),
        it.flow().draft().outputsOrNone().push());
  }

  static Notice cleared(AlarmBatch.Key key, AlarmBatch.Change change, FlowEffect.Cleared cleared) {
    ObjectNode data = data(key.id(), key.flowId(), key.episode());
    data.put("reason", cleared.reason());
    return new Notice(
        key(key.id(), CLEARED),
        CLEARED,
        // Good news may wait for the end of quiet hours.
        Severity.INFO,
        AlarmText.titleOfEnd(change.flow(), change.device()),
        new Texts(cleared.reason(), cleared.reason()),
        change.device(),
        data,
        new Hops(cleared.at(), change.receivedAt(), Instant.now()),
        change.flow().draft().outputsOrNone().push());
  }

  static Notice escalated(
      String alarmId,
      String flowId,
      long episode,
      Severity severity,
      Texts title,
      Texts text,
      DeviceKey device,
      Hops hops,
      List<String> channels) {
    return new Notice(
        key(alarmId, ESCALATED),
        ESCALATED,
        severity,
        new Texts("Not acknowledged: " + title.en(), "未确认：" + title.zh()),
        text,
        device,
        data(alarmId, flowId, episode),
        hops,
        channels);
  }

  private static ObjectNode data(String alarmId, String flowId, long episode) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("alarmId", alarmId)
        .put("flowId", flowId)
        .put("episode", episode);
  }
}
