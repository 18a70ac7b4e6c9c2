package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinState;
import java.sql.Connection;
import java.sql.SQLException;

/// Writes what a batch of inputs left, in the caller's transaction.
final class TwinStore {
  private static final String INSERT_TWINS =
      """
      insert into twin
        (product_id, name, version, reported, info, controls, online, session, since, reason, wake_at)
      select p, n, v::bigint, r::jsonb, i::jsonb, c::jsonb, o::boolean, s::bigint,
             t::timestamptz, w, a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(p, n, before, v, r, i, c, o, s, t, w, a)
      on conflict do nothing
      """;

  private static final String UPDATE_TWINS =
      """
      update twin set version = v::bigint, reported = r::jsonb, info = i::jsonb,
        controls = c::jsonb, online = o::boolean, session = s::bigint, since = t::timestamptz,
        reason = w, wake_at = a::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(p, n, before, v, r, i, c, o, s, t, w, a)
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
    Columns added = new Columns(12);
    Columns changed = new Columns(12);
    kept.twins.forEach(
        (device, change) -> add(change.before().version() == 0 ? added : changed, device, change));
    int written =
        added.execute(connection, INSERT_TWINS) + changed.execute(connection, UPDATE_TWINS);
    return written == kept.twins.size();
  }

  private static void add(Columns rows, DeviceKey device, Kept.Change change) {
    TwinState state = change.after();
    rows.add(
        device.productId(),
        device.deviceName(),
        change.before().version(),
        state.version(),
        TwinJson.reported(state.reported()),
        TwinJson.info(state.info()),
        TwinJson.controls(state.controls()),
        state.presence().online(),
        state.presence().session(),
        state.presence().since(),
        state.presence().reason(),
        state.wakeAt().orElse(null));
  }
}
