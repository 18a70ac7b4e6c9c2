package io.sockettwin.service.twin;

import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinEffect.KeepEvent;
import io.sockettwin.twin.TwinEffect.KeepReport;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.function.Predicate;

/// Keeps accepted reports and events.
@Singleton
final class History implements Participant {
  private static final String INSERT_REPORTS =
      """
      insert into report (product_id, name, at, token, params)
      select p, n, a::timestamptz, t, v::jsonb
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as u(p, n, a, t, v)
      on conflict do nothing
      """;

  private static final String INSERT_EVENTS =
      """
      insert into event (product_id, name, at, token, place, event_id, kind, params)
      select p, n, a::timestamptz, t, l::integer, e, k, v::jsonb
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[]) as u(p, n, a, t, l, e, k, v)
      on conflict do nothing
      """;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Side join(Predicate<DeviceKey> own) {
    return new Rows();
  }

  /// What an attempt has gathered.
  private static final class Rows implements Side {
    private Columns reports = new Columns(5);
    private Columns events = new Columns(8);

    @Override
    public void advanced(Advance advance, LaneTransaction transaction) {
      for (var effect : advance.step().effects()) {
        if (effect instanceof KeepReport report) {
          add(advance.device(), report);
        } else if (effect instanceof KeepEvent event) {
          add(advance.device(), event);
        }
      }
    }

    private void add(DeviceKey device, KeepReport report) {
      reports.add(
          device.productId(),
          device.deviceName(),
          report.at(),
          token(report.token().toString()),
          Value.toJson(report.values()));
    }

    private void add(DeviceKey device, KeepEvent event) {
      events.add(
          device.productId(),
          device.deviceName(),
          event.at(),
          token(event.token().toString()),
          event.place(),
          event.eventId(),
          event.kind(),
          Value.toJson(event.params()));
    }

    @Override
    public void write(LaneTransaction transaction) throws SQLException {
      reports.execute(transaction.connection(), INSERT_REPORTS);
      events.execute(transaction.connection(), INSERT_EVENTS);
      forgetAll();
    }

    @Override
    public void forgetAll() {
      reports = new Columns(5);
      events = new Columns(8);
    }
  }

  /// Tokens are outside data without a limit of their own; a key needs one.
  private static String token(String token) {
    String text = CleanText.of(token);
    return text.length() <= 128 ? text : text.substring(0, 128);
  }
}
