package io.sockettwin.service.alarm;

import io.sockettwin.service.push.Texts;
import io.sockettwin.service.twin.Columns;
import io.sockettwin.thing.CleanText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Alarms and presences, into the database.
final class AlarmStore {
  private static final int MAX_REASON = 1_000;

  private static final String INSERT =
      """
      insert into alarm (id, flow_id, product_id, name, episode, shadow, severity, title_en,
        title_zh, text_en, text_zh, reason, event_at, received_at, decided_at, hits, last_hit_at,
        escalate_at)
      select i, f, p, n, e::bigint, s::boolean, v, te, tz, xe, xz, r, a::timestamptz,
        b::timestamptz, c::timestamptz, 1, a::timestamptz, d::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[]) as u(i, f, p, n, e, s, v, te, tz, xe, xz, r, a, b, c, d)
      on conflict (flow_id, product_id, name, episode) do nothing
      """;

  private static final String UPDATE =
      """
      update alarm set hits = coalesce(h::bigint, hits),
        last_hit_at = coalesce(l::timestamptz, last_hit_at),
        cleared_at = coalesce(cleared_at, c::timestamptz), clear_reason = coalesce(clear_reason, r)
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as u(i, h, l, c, r)
      where id = i
      """;

  private static final String PRESENCES =
      """
      insert into presence (product_id, name, at, online)
      select p, n, a::timestamptz, o::boolean
      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as u(p, n, a, o)
      on conflict do nothing
      """;

  private AlarmStore() {}

  static void write(Connection connection, AlarmBatch batch) throws SQLException {
    Columns raised = new Columns(16);
    batch.raised.forEach((key, it) -> {
      Texts title = AlarmText.title(it);
      Texts text = AlarmText.text(it);
      raised.add(
          key.id(),
          key.flowId(),
          it.device().productId(),
          it.device().deviceName(),
          key.episode(),
          !it.flow().isLive(),
          it.flow().draft().severity(),
          title.en(),
          title.zh(),
          text.en(),
          text.zh(),
          cut(it.effect().reason()),
          it.effect().at(),
          it.receivedAt(),
          it.decidedAt(),
          escalateAt(it));
    });
    raised.execute(connection, INSERT);
    Columns changed = new Columns(5);
    batch.changes.forEach((key, it) ->
        changed.add(
            key.id(),
            it.hits(),
            it.lastHitAt(),
            it.cleared() == null ? null : it.cleared().at(),
            it.cleared() == null ? null : cut(it.cleared().reason())));
    changed.execute(connection, UPDATE);
    Columns presences = new Columns(4);
    batch.presences.forEach(it ->
        presences.add(it.device().productId(), it.device().deviceName(), it.at(), it.online()));
    presences.execute(connection, PRESENCES);
  }

  private static @Nullable Instant escalateAt(AlarmBatch.Raised raised) {
    Outputs.Escalation escalation = raised.flow().draft().outputsOrNone().escalation();
    return escalation == null || !raised.flow().isLive()
        ? null
        : raised.decidedAt().plus(Duration.ofMinutes(escalation.afterMinutes()));
  }

  private static String cut(String reason) {
    String clean = CleanText.of(reason);
    return clean.length() <= MAX_REASON ? clean : clean.substring(0, MAX_REASON - 1) + "…";
  }
}
