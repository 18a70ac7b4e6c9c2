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
      var state = SessionNotice.State.valueOf(notice.path("state").asText());
      long session = notice.path("session").asLong();
      Instant at = Instant.ofEpochMilli(notice.path("at").asLong());
      return switch (state) {
        case BROKER_STARTED -> Optional.of(new SessionChange.BrokerStarted(session, at));
        case CONNECTED ->
            device(topic)
                .map(device ->
                    new SessionChange.Connected(
                        device, session, notice.path("remoteAddress").asText(), at));
        case DISCONNECTED -> {
          var reason = SessionChange.Reason.valueOf(notice.path("reason").asText());
          yield device(topic)
              .map(device -> new SessionChange.Disconnected(device, session, reason, at));
        }
      };
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<DeviceKey> device(String topic) {
    String[] names = topic.split("/", -1);
    return names.length == 4 ? DeviceKey.of(names[2], names[3]) : Optional.empty();
  }
}
