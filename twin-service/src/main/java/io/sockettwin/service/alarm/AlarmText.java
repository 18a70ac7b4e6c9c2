package io.sockettwin.service.alarm;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.Wording;
import io.sockettwin.service.push.Texts;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import java.time.temporal.ChronoUnit;

/// An alarm in words.
final class AlarmText {
  private AlarmText() {}

  static Texts title(AlarmBatch.Raised raised) {
    return filled(raised, raised.flow().draft().title());
  }

  static Texts text(AlarmBatch.Raised raised) {
    return filled(raised, raised.flow().draft().text());
  }

  static Texts titleOfEnd(ActiveFlow flow, DeviceKey device) {
    return new Texts(
        "Over: " + flow.draft().name().en() + ", " + device.deviceName(),
        "已恢复：" + flow.draft().name().zh() + "，" + device.deviceName());
  }

  private static Texts filled(AlarmBatch.Raised raised, Wordings wordings) {
    Placeholders known = raised.flow().placeholders();
    return new Texts(
        new Wording(wordings.en()).fill(known.names(), name -> value(raised, name)),
        new Wording(wordings.zh()).fill(known.names(), name -> value(raised, name)));
  }

  private static String value(AlarmBatch.Raised raised, String name) {
    Facts facts = raised.facts();
    Value param = facts.event() == null ? null : facts.event().params().get(name);
    Value value = param == null ? facts.property(name) : param;
    if (value != null) {
      return raised.flow().placeholders().text(name, value);
    }
    return switch (name) {
      case Placeholders.DEVICE -> raised.device().deviceName();
      case Placeholders.PRODUCT -> raised.device().productId();
      case Placeholders.REASON -> raised.effect().reason();
      case Placeholders.TIME -> raised.effect().at().truncatedTo(ChronoUnit.SECONDS).toString();
      default -> "?"; // never reported
    };
  }
}
