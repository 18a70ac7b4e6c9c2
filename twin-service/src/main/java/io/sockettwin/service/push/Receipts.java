package io.sockettwin.service.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What became of notices.
@Singleton
public class Receipts {
  private static final String SQL =
      """
      select channel.id, channel.name, address, coalesce(state, 'ENQUEUED') state,
             coalesce(attempts, 0) attempts, message_id, committed_at, handed_over_at,
             case when state = 'ACCEPTED' then settled_at end accepted_at, provider_id, failure
        from push_delivery delivery
        join push_channel channel on channel.id = delivery.channel_id
        join push_recipient recipient on recipient.id = delivery.recipient_id
        left join push_message message on message.id = message_id
       where notice_key = ?
       order by channel.name, channel.id, address
      """;

  private final DataSource database;

  Receipts(DataSource database) {
    this.database = database;
  }

  /// One for each recipient of the notice.
  public List<Receipt> of(String noticeKey) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return of(connection, noticeKey);
    }
  }

  /// The same, on a connection that is there already.
  public List<Receipt> of(Connection connection, String noticeKey) throws SQLException {
    List<Receipt> receipts = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setString(1, noticeKey);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          receipts.add(receipt(row));
        }
      }
    }
    return receipts;
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        row.getString("id"),
        row.getString("name"),
        row.getString("address"),
        row.getString("state").toLowerCase(Locale.ROOT),
        row.getInt("attempts"),
        row.getString("message_id"),
        moment(row, "committed_at"),
        moment(row, "handed_over_at"),
        moment(row, "accepted_at"),
        row.getString("provider_id"),
        row.getString("failure"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
