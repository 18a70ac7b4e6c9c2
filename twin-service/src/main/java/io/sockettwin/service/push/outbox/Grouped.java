package io.sockettwin.service.push.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Writes what was decided for the recipients of one channel: messages that are claimed at once,
/// and what waits.
final class Grouped {
  private static final String MESSAGES =
      """
      insert into push_message
        (id, channel_id, recipient_id, state, notices, created_at, due_at, attempts)
      select id, ?, recipient, 'WAITING', notices, ?, ?, 1
        from unnest(?::text[], ?::bigint[], ?::integer[]) made (id, recipient, notices)
      """;

  private static final String DELIVERIES =
      """
      update push_delivery
         set message_id = made.message, committed_at = nullif(made.committed, '')::timestamptz
        from unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
             made (key, recipient, message, committed)
       where notice_key = made.key and recipient_id = made.recipient
      """;

  private static final String POSTPONED =
      """
      update push_delivery set due_at = ?
       where recipient_id = ? and message_id is null and notice_key = any(?::text[])
      """;

  private static final String HELD = "update push_recipient set held_until = ? where id = ?";

  private final Connection connection;
  private final Function<String, Optional<Instant>> committedAt;
  private final List<String> messages = new ArrayList<>();
  private final List<Long> messageRecipients = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<Long> keyRecipients = new ArrayList<>();
  private final List<String> keyMessages = new ArrayList<>();

  /// To be written over this connection.
  ///
  /// @param committedAt when the transaction of a notice was committed, as far as it is known
  Grouped(Connection connection, Function<String, Optional<Instant>> committedAt) {
    this.connection = connection;
    this.committedAt = committedAt;
  }

  /// Writes it all.
  ///
  /// @return the messages that were made
  List<String> write(String channelId, Map<Long, Grouping> decided, Instant now, Instant leaseEnd)
      throws SQLException {
    for (Map.Entry<Long, Grouping> entry : decided.entrySet()) {
      entry.getValue().messages().forEach(notices -> note(entry.getKey(), notices));
      postpone(entry.getKey(), entry.getValue());
    }
    if (!messages.isEmpty()) {
      insertMessages(channelId, now, leaseEnd);
      updateDeliveries();
    }
    return messages;
  }

  private void note(long recipient, List<String> notices) {
    String id = UUID.randomUUID().toString();
    messages.add(id);
    messageRecipients.add(recipient);
    sizes.add(notices.size());
    for (String key : notices) {
      keys.add(key);
      keyRecipients.add(recipient);
      keyMessages.add(id);
    }
  }

  private void insertMessages(String channelId, Instant now, Instant leaseEnd) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(MESSAGES)) {
      insert.setString(1, channelId);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setObject(3, leaseEnd.atOffset(ZoneOffset.UTC));
      insert.setArray(4, connection.createArrayOf("text", messages.toArray()));
      insert.setArray(5, connection.createArrayOf("bigint", messageRecipients.toArray()));
      insert.setArray(6, connection.createArrayOf("integer", sizes.toArray()));
      insert.executeUpdate();
    }
  }

  private void updateDeliveries() throws SQLException {
    Object[] commits =
        keys.stream()
            .map(key -> committedAt.apply(key).map(Instant::toString).orElse(""))
            .toArray();
    try (PreparedStatement update = connection.prepareStatement(DELIVERIES)) {
      update.setArray(1, connection.createArrayOf("text", keys.toArray()));
      update.setArray(2, connection.createArrayOf("bigint", keyRecipients.toArray()));
      update.setArray(3, connection.createArrayOf("text", keyMessages.toArray()));
      update.setArray(4, connection.createArrayOf("text", commits));
      update.executeUpdate();
    }
  }

  private void postpone(long recipient, Grouping grouping) throws SQLException {
    if (grouping.quietUntil() != null && !grouping.postponed().isEmpty()) {
      try (PreparedStatement update = connection.prepareStatement(POSTPONED)) {
        update.setObject(1, grouping.quietUntil().atOffset(ZoneOffset.UTC));
        update.setLong(2, recipient);
        update.setArray(3, connection.createArrayOf("text", grouping.postponed().toArray()));
        update.executeUpdate();
      }
    }
    if (grouping.holdUntil() != null) {
      try (PreparedStatement update = connection.prepareStatement(HELD)) {
        update.setObject(1, grouping.holdUntil().atOffset(ZoneOffset.UTC));
        update.setLong(2, recipient);
        update.executeUpdate();
      }
    }
  }
}
