package io.sockettwin.service.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DeviceKey;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something to be told, and by which channels.
///
/// @param key tells it from all others: enqueued twice, it is told once. Receivers see it and can
///   drop what they already have.
/// @param type what it is about, for programs: `alarm.raised`
/// @param device whom it is about, if it is about one
/// @param data what programs want to know beyond the texts
/// @param channels ids; one that does not exist or is disabled is not used
public record Notice(
    String key,
    String type,
    Severity severity,
    Texts title,
    Texts text,
    @Nullable DeviceKey device,
    ObjectNode data,
    Hops hops,
    List<String> channels) {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_.-]{1,60}");

  public Notice {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("key " + key);
    }
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("type " + type);
    }
    channels = List.copyOf(channels);
  }
}
