package io.sockettwin.service.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sockettwin.service.access.Role;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where features leave their notices.
@Singleton
public class Pushes {
  /// Until a worker takes a notice its moment of commit is remembered here, a hundred bytes each.
  /// Beyond the limit the moment is unknown, nothing else.
  static final int MAX_REMEMBERED = 10_000;

  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

  private static final String NOTICES =
      """
      insert into push_notice (key, type, severity, title_en, title_zh, text_en, text_zh,
        product_id, name, data, event_at, received_at, decided_at)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
        ?::timestamptz[])
      on conflict (key) do nothing
      """;

  private static final String DELIVERIES =
      """
      insert into push_delivery (notice_key, channel_id, recipient_id, due_at)
      select wanted.key, channel.id, recipient.id, wanted.at
        from unnest(?::text[], ?::text[], ?::timestamptz[]) wanted (key, channel_id, at)
        join push_channel channel on channel.id = wanted.channel_id and channel.enabled
        join push_recipient recipient
          on recipient.channel_id = channel.id and recipient.gone_at is null
        join push_notice notice on notice.key = wanted.key
        left join app_user reader on reader.name = recipient.owner
       where reader.name is null
          or not reader.disabled and (reader.role in (%s) or exists (
            select 1 from visible_device device where device.user_name = reader.name
              and device.product_id = notice.product_id and device.name = notice.name))
      on conflict (notice_key, recipient_id) do nothing
      """
          .formatted(Role.allSeeing());

  private final Cache<String, Instant> commits =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();
  private final Nudge nudge;

  Pushes(Nudge nudge) {
    this.nudge = nudge;
  }

  /// Puts notices into the outbox in the caller's transaction: they are told if it commits, and
  /// never if it does not.
  ///
  /// @return to be run after the commit, so that the first attempt follows within milliseconds;
  ///   without it the next poll finds them
  public Runnable enqueue(Connection connection, List<Notice> notices) throws SQLException {
    if (notices.isEmpty()) {
      return () -> {};
    }
    insertNotices(connection, notices);
    insertDeliveries(connection, notices);
    return () -> {
      Instant now = Instant.now();
      notices.forEach(notice -> commits.put(notice.key(), now));
      nudge.give();
    };
  }

  /// When the transaction of this notice was seen to be committed.
  public Optional<Instant> committedAt(String noticeKey) {
    return Optional.ofNullable(commits.getIfPresent(noticeKey));
  }

  private static void insertNotices(Connection connection, List<Notice> notices)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NOTICES)) {
      List<Function<Notice, @Nullable Object>> columns =
          List.of(
              Notice::key,
              Notice::type,
              notice -> notice.severity().name(),
              notice -> notice.title().en(),
              notice -> notice.title().zh(),
              notice -> notice.text().en(),
              notice -> notice.text().zh(),
              notice -> product(notice.device()),
              notice -> name(notice.device()),
              notice -> notice.data().toString(),
              notice -> sqlTime(notice.hops().event()),
              notice -> sqlTime(notice.hops().received()),
              notice -> sqlTime(notice.hops().decided()));
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = notices.stream().map(columns.get(i)).toArray();
        insert.setArray(i + 1, connection.createArrayOf("text", values));
      }
      insert.executeUpdate();
    }
  }

  private static void insertDeliveries(Connection connection, List<Notice> notices)
      throws SQLException {
    List<String> keys = new ArrayList<>();
    List<String> channels = new ArrayList<>();
    List<String> moments = new ArrayList<>();
    for (Notice notice : notices) {
      for (String channel : notice.channels()) {
        keys.add(notice.key());
        channels.add(channel);
        moments.add(sqlTime(notice.hops().decided()));
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(DELIVERIES)) {
      int parameter = 1;
      for (List<String> column : List.of(keys, channels, moments)) {
        insert.setArray(parameter++, connection.createArrayOf("text", column.toArray()));
      }
      insert.executeUpdate();
    }
  }

  private static @Nullable String product(@Nullable DeviceKey device) {
    return device == null ? null : device.productId();
  }

  private static @Nullable String name(@Nullable DeviceKey device) {
    return device == null ? null : device.deviceName();
  }

  private static String sqlTime(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }
}
