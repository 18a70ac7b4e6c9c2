package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Presence;
import io.sockettwin.twin.TwinState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Writes what a batch of inputs left, in the caller's transaction.
final class TwinStore {
  private static final String INSERT_TWINS =
      """
      insert into twin
        (product_id, name, version, reported, info, controls, connected, silent, session, since,
         reason, silent_at, takeovers, taken_over_at, wake_at)
      select p, n, v::bigint, r::jsonb, i::jsonb, c::jsonb, o::boolean, q::boolean, s::bigint,
             t::timestamptz, w, x::timestamptz, y::integer, z::timestamptz, a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[])
        as u(p, n, before, v, r, i, c, o, q, s, t, w, x, y, z, a)
      on conflict do nothing
      """;

  private static final String UPDATE_TWINS =
      """
      update twin set version = v::bigint, reported = r::jsonb, info = i::jsonb,
        controls = c::jsonb, connected = o::boolean, silent = q::boolean, session = s::bigint,
        since = t::timestamptz, reason = w, silent_at = x::timestamptz, takeovers = y::integer,
        taken_over_at = z::timestamptz, wake_at = a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[])
        as u(p, n, before, v, r, i, c, o, q, s, t, w, x, y, z, a)
      where product_id = p and name = n and version = before::bigint
      """;

  /// What a report changes, mostly nothing else.
  private static final String UPDATE_REPORTED =
      """
      update twin set version = v::bigint, reported = r::jsonb, silent_at = x::timestamptz,
        wake_at = a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(p, n, before, v, r, x, a)
      where product_id = p and name = n and version = before::bigint
      """;

  private static final String UPSERT_CONTROLS =
      """
      insert into control (id, product_id, name, content, stage, accepted_at)
      select i, p, n, c::jsonb, s, a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(i, p, n, c, s, a)
      on conflict (id) do update set content = excluded.content, stage = excluded.stage
      """;

  private TwinStore() {}

  /// Writes all of it.
  ///
  /// @return false when a twin was changed by somebody else since it was read; nothing may be
  ///   committed then
  static boolean write(Connection connection, Kept kept) throws SQLException {
    if (!writeTwins(connection, kept)) {
      return false;
    }
    Columns controls = new Columns(6);
    kept.controls.forEach((id, it) ->
        controls.add(
            id,
            it.device().productId(),
            it.device().deviceName(),
            TwinJson.json(it.content()),
            it.content().stage(),
            it.content().acceptedAt()));
    controls.execute(connection, UPSERT_CONTROLS);
    return true;
  }

  private static boolean writeTwins(Connection connection, Kept kept) throws SQLException {
    Columns added = new Columns(16);
    Columns changed = new Columns(16);
    Columns reported = new Columns(7);
    kept.twins.forEach((device, change) -> {
      if (change.before().version() == 0) {
        add(added, device, change);
      } else if (change.isOfReportOnly()) {
        addReported(reported, device, change);
      } else {
        add(changed, device, change);
      }
    });
    int written =
        added.execute(connection, INSERT_TWINS)
            + changed.execute(connection, UPDATE_TWINS)
            + reported.execute(connection, UPDATE_REPORTED);
    return written == kept.twins.size();
  }

  private static void addReported(Columns rows, DeviceKey device, Kept.Change change) {
    rows.add(
        device.productId(),
        device.deviceName(),
        change.before().version(),
        change.after().version(),
        TwinJson.reported(change.after().reported()),
        change.after().presence().silentAt(),
        wakeAt(change.after()));
  }

  private static void add(Columns rows, DeviceKey device, Kept.Change change) {
    TwinState state = change.after();
    Presence presence = state.presence();
    rows.add(
        device.productId(),
        device.deviceName(),
        change.before().version(),
        state.version(),
        TwinJson.reported(state.reported()),
        TwinJson.info(state.info()),
        TwinJson.controls(state.controls()),
        presence.connected(),
        presence.state() == Presence.State.SILENT,
        presence.session(),
        presence.since(),
        presence.reason(),
        presence.silentAt(),
        presence.takeovers(),
        presence.takenOverAt(),
        wakeAt(state));
  }

  /// Only read after a restart, when waking a twin too early does no harm. Rounded down, it mostly
  /// stays what it was from one report to the next, and PostgreSQL need not touch any index.
  private static @Nullable Instant wakeAt(TwinState state) {
    return state.wakeAt().map(at -> at.truncatedTo(ChronoUnit.MINUTES)).orElse(null);
  }
}
