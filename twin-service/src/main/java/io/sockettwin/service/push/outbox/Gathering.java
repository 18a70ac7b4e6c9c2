package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.channel.Channel;
import io.sockettwin.service.push.outbox.Waiting.Item;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what waits to be put into messages. Each recipient is locked until the transaction ends,
/// so that no other replica makes messages of the same notices or beyond his limit.
final class Gathering {
  /// Does not get in the way of those who enqueue: their foreign keys only take a weaker lock.
  private static final String RECIPIENTS =
      """
      select id from push_recipient
       where channel_id = ? and gone_at is null and (held_until is null or held_until <= ?)
         and exists (select 1 from push_delivery
                      where recipient_id = push_recipient.id and message_id is null and due_at <= ?)
       order by id limit ? for no key update skip locked
      """;

  private static final String ITEMS =
      """
      select recipient.id, item.notice_key, item.severity
        from unnest(?::bigint[]) recipient (id) cross join lateral (
          select notice_key, severity, due_at
            from push_delivery join push_notice on key = notice_key
           where recipient_id = recipient.id and message_id is null and due_at <= ?
           order by due_at, notice_key limit ?) item
       order by recipient.id, item.due_at, item.notice_key
      """;

  private static final String TOLD =
      """
      select recipient_id, created_at from push_message
       where recipient_id = any(?::bigint[]) and created_at > ? order by created_at
      """;

  private Gathering() {}

  /// By recipient.
  static Map<Long, Waiting> read(Connection connection, Channel channel, int room, Instant now)
      throws SQLException {
    List<Long> recipients = recipients(connection, channel.id(), room, now);
    if (recipients.isEmpty()) {
      return new LinkedHashMap<>();
    }
    int most = channel.policy().digest() ? Grouping.MAX_NOTICES : room;
    Map<Long, List<Item>> items = items(connection, recipients, most, now);
    Map<Long, List<Instant>> told = told(connection, recipients, now);
    Map<Long, Waiting> waiting = new LinkedHashMap<>();
    items.forEach(
        (id, those) -> waiting.put(id, new Waiting(those, told.getOrDefault(id, List.of()))));
    return waiting;
  }

  private static List<Long> recipients(
      Connection connection, String channelId, int room, Instant now) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RECIPIENTS)) {
      select.setString(1, channelId);
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setObject(3, now.atOffset(ZoneOffset.UTC));
      select.setInt(4, room);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  private static Map<Long, List<Item>> items(
      Connection connection, List<Long> recipients, int most, Instant now) throws SQLException {
    Map<Long, List<Item>> items = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ITEMS)) {
      select.setArray(1, connection.createArrayOf("bigint", recipients.toArray()));
      select.setObject(2, now.atOffset(ZoneOffset.UTC));
      select.setInt(3, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          items
              .computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
              .add(new Item(row.getString(2), Severity.valueOf(row.getString(3))));
        }
      }
    }
    return items;
  }

  private static Map<Long, List<Instant>> told(
      Connection connection, List<Long> recipients, Instant now) throws SQLException {
    Map<Long, List<Instant>> told = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(TOLD)) {
      select.setArray(1, connection.createArrayOf("bigint", recipients.toArray()));
      select.setObject(2, now.minus(Grouping.WINDOW).atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          told.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
              .add(row.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return told;
  }
}
