package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads the history of reports and events, and the presences. Values that a newer data template no
/// longer allows are passed over.
@Singleton
final class RecordedRows implements Recorded {
  private static final int ROWS_AT_A_TIME = 1_000;

  private static final String SQL =
      """
      with device as (select ? as p, ? as n, ?::timestamptz as f, ?::timestamptz as u)
      (select f as received, 'presence' as kind, null::timestamptz as at, null as id,
              jsonb_build_object('online', online) as content, 0 as place
         from presence, device where product_id = p and name = n and presence.at < f
         order by presence.at desc limit 1)
      union all
      select presence.at, 'presence', null, null, jsonb_build_object('online', online), 0
        from presence, device where product_id = p and name = n
          and presence.at >= f and presence.at < u
      union all
      select report.at, 'report', report.at, null, params, 0
        from report, device where product_id = p and name = n
          and report.at >= f and report.at < u
      union all
      select event.at, 'event', event.at, event_id, params, place
        from event, device where product_id = p and name = n
          and event.at >= f and event.at < u
      order by received, place
      """;

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
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      statement.setString(1, device.productId());
      statement.setString(2, device.deviceName());
      statement.setObject(3, from.atOffset(ZoneOffset.UTC));
      statement.setObject(4, until.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          Optional<FlowInput> input = input(rows, template);
          more = input.isEmpty() || taker.take(input.get(), time(rows, 1));
        }
      }
    }
  }

  private Optional<FlowInput> input(ResultSet row, DataTemplate template) throws SQLException {
    JsonNode content = content(row.getString(5));
    return switch (row.getString(2)) {
      case "presence" ->
          Optional.of(
              content.path("online").asBoolean()
                  ? new FlowInput.CameOnline()
                  : new FlowInput.WentOffline());
      case "report" ->
          template.checkReport(content) instanceof Check.Accepted(var values)
              ? Optional.of(new FlowInput.Reported(time(row, 3), values))
              : Optional.empty();
      default -> {
        String eventId = row.getString(4);
        Instant at = time(row, 3);
        yield template.checkEvent(eventId, at, content, at) instanceof Check.Accepted(var params)
            ? Optional.of(new FlowInput.Happened(at, eventId, params))
            : Optional.empty();
      }
    };
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
