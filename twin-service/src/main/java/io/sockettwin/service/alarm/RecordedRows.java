package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the history of reports and events, and the presences. Values that a newer data template no
/// longer allows are passed over.
@Singleton
final class RecordedRows implements Recorded {
  private static final int ROWS_AT_A_TIME = 1_000;

  private final ObjectMapper json;

  RecordedRows(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void read(
      Connection connection,
      DeviceKey device,
      DataTemplate template,
      Instant from,
      Instant until,
      Taker taker)
      throws SQLException {
    RecordedLayout layout = RecordedLayout.of(connection, device.productId());
    try (PreparedStatement statement = connection.prepareStatement(layout.sql())) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      statement.setString(1, device.productId());
      statement.setString(2, device.deviceName());
      statement.setObject(3, from.atOffset(ZoneOffset.UTC));
      statement.setObject(4, until.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          Optional<FlowInput> input = input(rows, template, layout);
          more = input.isEmpty() || taker.take(input.get(), time(rows, 1));
        }
      }
    }
  }

  private Optional<FlowInput> input(ResultSet row, DataTemplate template, RecordedLayout layout)
      throws SQLException {
    JsonNode content = content(row.getString(5));
    return switch (row.getString(2)) {
      case "presence" ->
          Optional.of(
              content.path("online").asBoolean()
                  ? new FlowInput.CameOnline()
                  : new FlowInput.WentOffline());
      case "report" -> report(time(row, 3), content, template, layout);
      default -> {
        String eventId = row.getString(4);
        Instant at = time(row, 3);
        yield template.checkEvent(eventId, at, content, at) instanceof Check.Accepted(var params)
            ? Optional.of(new FlowInput.Happened(at, eventId, params))
            : Optional.empty();
      }
    };
  }

  private static Optional<FlowInput> report(
      Instant at, JsonNode content, DataTemplate template, RecordedLayout layout) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> column : content.properties()) {
      String property = layout.property(column.getKey());
      if (property != null && !column.getValue().isNull()) {
        ObjectNode one = JsonNodeFactory.instance.objectNode().set(property, column.getValue());
        if (template.checkReport(one) instanceof Check.Accepted(var accepted)) {
          values.putAll(accepted);
        }
      }
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new FlowInput.Reported(at, new LinkedHashMap<>(values)));
  }

  private JsonNode content(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was written: " + text, e);
    }
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
