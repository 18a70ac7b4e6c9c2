package io.sockettwin.service.push.outbox;

import io.sockettwin.service.push.Pushes;
import io.sockettwin.service.push.channel.Channel;
import io.sockettwin.service.push.kind.Recipient;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/// The outbox: what there is to send, and what became of it. A message is claimed by moving its due
/// time to the end of a lease; the due time then tells this claim from any later one.
@Singleton
class Outbox {
  private static final String DUE =
      """
      select id from push_channel channel where enabled and (
        exists (select 1 from push_message
                 where channel_id = channel.id and state = 'WAITING' and due_at <= ?)
        or exists (select 1 from push_recipient recipient
                    where channel_id = channel.id and gone_at is null
                      and (held_until is null or held_until <= ?)
                      and exists (select 1 from push_delivery
                                   where recipient_id = recipient.id and message_id is null
                                     and due_at <= ?)))
      """;

  private static final String RECLAIM =
      """
      update push_message set due_at = ?, attempts = attempts + 1
       where id in (select message.id from push_message message
                      join push_recipient recipient on recipient.id = recipient_id
                     where message.channel_id = ? and state = 'WAITING' and due_at <= ?
                       and gone_at is null
                     order by due_at limit ? for update of message skip locked)
      returning id
      """;

  private static final String SETTLE =
      """
      update push_message
         set state = ?, due_at = coalesce(?::timestamptz, due_at), handed_over_at = ?,
             settled_at = ?::timestamptz,
             provider_id = ?, failure = ?
       where id = ? and state = 'WAITING' and due_at = ?
      """;

  private static final String GONE =
      "update push_recipient set gone_at = ? where id = ? and gone_at is null";

  /// Outcomes written at the same time; the lanes want connections too.
  static final int MAX_CONNECTIONS = 4;

  private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);
  private final DataSource database;
  private final Contents contents;
  private final Pushes pushes;

  Outbox(DataSource database, Contents contents, Pushes pushes) {
    this.database = database;
    this.contents = contents;
    this.pushes = pushes;
  }

  /// The channels for which something is due.
  List<String> due(Instant now) throws SQLException {
    List<String> channels = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DUE)) {
      for (int parameter = 1; parameter <= 3; parameter++) {
        select.setObject(parameter, now.atOffset(ZoneOffset.UTC));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          channels.add(row.getString(1));
        }
      }
    }
    return channels;
  }

  /// Takes messages that are due, first those that were tried already, and makes new ones of what
  /// was enqueued.
  ///
  /// @param leaseEnd in whole microseconds, as the database keeps it
  List<Claimed> claim(Channel channel, int room, Instant now, Instant leaseEnd)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<String> claimed = reclaim(connection, channel.id(), room, now, leaseEnd);
        if (claimed.size() < room) {
          claimed.addAll(group(connection, channel, room - claimed.size(), now, leaseEnd));
        }
        List<Claimed> messages =
            claimed.isEmpty() ? List.of() : contents.read(connection, claimed, leaseEnd);
        connection.commit();
        return messages;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static List<String> reclaim(
      Connection connection, String channelId, int room, Instant now, Instant leaseEnd)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(RECLAIM)) {
      update.setObject(1, leaseEnd.atOffset(ZoneOffset.UTC));
      update.setString(2, channelId);
      update.setObject(3, now.atOffset(ZoneOffset.UTC));
      update.setInt(4, room);
      List<String> claimed = new ArrayList<>();
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          claimed.add(row.getString(1));
        }
      }
      return claimed;
    }
  }

  private List<String> group(
      Connection connection, Channel channel, int room, Instant now, Instant leaseEnd)
      throws SQLException {
    Map<Long, Grouping> decided = new LinkedHashMap<>();
    int left = room;
    for (Map.Entry<Long, Waiting> entry :
        Gathering.read(connection, channel, room, now).entrySet()) {
      Grouping grouping = Grouping.decide(entry.getValue(), channel.policy(), left, now);
      left -= grouping.messages().size();
      decided.put(entry.getKey(), grouping);
      if (left <= 0) {
        break;
      }
    }
    return new Grouped(connection, pushes::committedAt).write(channel.id(), decided, now, leaseEnd);
  }

  /// Writes down what became of a message.
  ///
  /// @return false if the lease had ended and somebody else has taken it
  boolean settle(Claimed claimed, Settlement settlement, Instant handedOverAt, Instant now)
      throws SQLException, InterruptedException {
    connections.acquire();
    try (Connection connection = database.getConnection()) {
      if (settlement.recipientGone()) {
        gone(connection, claimed.message().recipient(), now);
      }
      return settle(connection, claimed, settlement, handedOverAt, now);
    } finally {
      connections.release();
    }
  }

  private static void gone(Connection connection, Recipient recipient, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(GONE)) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setLong(2, recipient.id());
      update.executeUpdate();
    }
  }

  private static boolean settle(
      Connection connection,
      Claimed claimed,
      Settlement settlement,
      Instant handedOverAt,
      Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
      Instant dueAt = settlement.dueAt();
      boolean settled = settlement.state() != Settlement.State.WAITING;
      update.setString(1, settlement.state().name());
      update.setObject(2, dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC));
      update.setObject(3, handedOverAt.atOffset(ZoneOffset.UTC));
      update.setObject(4, settled ? now.atOffset(ZoneOffset.UTC) : null);
      update.setString(5, settlement.providerId());
      update.setString(6, settlement.failure());
      update.setString(7, claimed.message().id());
      update.setObject(8, claimed.leaseEnd().atOffset(ZoneOffset.UTC));
      return update.executeUpdate() == 1;
    }
  }
}
