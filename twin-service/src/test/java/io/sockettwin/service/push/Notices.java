package io.sockettwin.service.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.List;

/// Notices as an alarm rule would give them.
public final class Notices {
  /// For what is compared word for word.
  public static final Instant EVENT = Instant.parse("2026-11-25T06:59:58.250Z");

  private Notices() {}

  public static Notice overcurrent(String key, Severity severity, String... channels) {
    return overcurrent(key, severity, Instant.now(), channels);
  }

  public static Notice overcurrent(String key, Severity severity, Instant at, String... channels) {
    return new Notice(
        key,
        "alarm.raised",
        severity,
        new Texts("Overload: " + key, "过载：" + key),
        new Texts("The socket has switched off.", "插座已断开。"),
        new DeviceKey("HRDG3CKWWZ", "kitchen"),
        JsonNodeFactory.instance.objectNode().put("current", 5.2),
        new Hops(at, at.plusMillis(30), at.plusMillis(40)),
        List.of(channels));
  }
}
