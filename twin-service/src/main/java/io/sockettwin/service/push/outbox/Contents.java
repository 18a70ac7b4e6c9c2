package io.sockettwin.service.push.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.Hops;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import io.sockettwin.service.push.channel.Recipients;
import io.sockettwin.service.push.kind.Message;
import io.sockettwin.service.push.kind.Recipient;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what the messages that were claimed have to tell, and to whom.
@Singleton
class Contents {
  private static final String CLAIMED =
      """
      select message.id, attempts, recipient.id recipient, message.channel_id, address, language,
             sealed, key, type, severity, title_en, title_zh, text_en, text_zh, product_id,
             notice.name, data, event_at, received_at, decided_at
        from push_message message
        join push_recipient recipient on recipient.id = message.recipient_id
        join push_delivery delivery on delivery.message_id = message.id
        join push_notice notice on notice.key = delivery.notice_key
       where message.id = any(?::text[])
       order by message.created_at, message.id, decided_at, key
      """;

  private final Recipients recipients;
  private final ObjectMapper json;

  Contents(Recipients recipients, ObjectMapper json) {
    this.recipients = recipients;
    this.json = json;
  }

  private record Part(Recipient recipient, int attempt, List<Notice> notices) {}

  List<Claimed> read(Connection connection, List<String> ids, Instant leaseEnd)
      throws SQLException {
    Map<String, Part> parts = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(CLAIMED)) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String id = row.getString("id");
          Part part = parts.get(id);
          if (part == null) {
            part = new Part(recipient(row), row.getInt("attempts"), new ArrayList<>());
            parts.put(id, part);
          }
          part.notices.add(notice(row));
        }
      }
    }
    List<Claimed> claimed = new ArrayList<>();
    parts.forEach((id, part) ->
        claimed.add(
            new Claimed(new Message(id, part.recipient, part.notices), part.attempt, leaseEnd)));
    return claimed;
  }

  private Recipient recipient(ResultSet row) throws SQLException {
    return recipients.open(
        row.getLong("recipient"),
        row.getString("channel_id"),
        row.getString("address"),
        Language.valueOf(row.getString("language")),
        row.getBytes("sealed"));
  }

  private Notice notice(ResultSet row) throws SQLException {
    String productId = row.getString("product_id");
    return new Notice(
        row.getString("key"),
        row.getString("type"),
        Severity.valueOf(row.getString("severity")),
        new Texts(row.getString("title_en"), row.getString("title_zh")),
        new Texts(row.getString("text_en"), row.getString("text_zh")),
        productId == null ? null : new DeviceKey(productId, row.getString("name")),
        data(row.getString("data")),
        new Hops(moment(row, "event_at"), moment(row, "received_at"), moment(row, "decided_at")),
        List.of());
  }

  private ObjectNode data(String text) {
    try {
      return json.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored data of a notice", e);
    }
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
