package io.sockettwin.service.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.mqttbroker.gate.SessionNotice;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reads the broker's session notices.
@Singleton
final class Notices {
  private final ObjectMapper json = new ObjectMapper();

  Optional<SessionChange> read(String topic, byte[] payload) {
    try {
      JsonNode notice = json.readTree(payload);
      return change(
          topic,
          new SessionNotice(
              notice.path("session").asLong(),
              SessionNotice.State.valueOf(notice.path("state").asText()),
              SessionNotice.Reason.valueOf(notice.path("reason").asText()),
              notice.path("clientId").asText(),
              notice.path("remoteAddress").asText(),
              Instant.ofEpochMilli(notice.path("at").asLong())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// In the words of the twins; empty when the topic names no device.
  static Optional<SessionChange> change(String topic, SessionNotice notice) {
    long session = notice.session();
    Instant at = notice.at();
    return switch (notice.state()) {
      case BROKER_STARTED -> Optional.of(new SessionChange.AllEnded(session, at));
      case CONNECTED ->
          device(topic)
              .map(device ->
                  new SessionChange.Connected(device, session, notice.remoteAddress(), at));
      case DISCONNECTED ->
          device(topic)
              .map(device ->
                  new SessionChange.Disconnected(
                      device, session, SessionChange.Reason.valueOf(notice.reason().name()), at));
    };
  }

  private static Optional<DeviceKey> device(String topic) {
    String[] names = topic.split("/", -1);
    return names.length == 4 ? DeviceKey.of(names[2], names[3]) : Optional.empty();
  }
}
