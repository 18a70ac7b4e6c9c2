package io.sockettwin.thing;

import java.util.SequencedMap;

/// Something a device can announce. Messages carry its `id`, never its `name` (protocol section
/// 19).
public record EventType(
    String id,
    String name,
    String desc,
    EventKind kind,
    boolean required,
    SequencedMap<String, Param> params) {
  public EventType {
    params = Ordered.copyOf(params);
  }
}
