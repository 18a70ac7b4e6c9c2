package io.sockettwin.service.access.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;

/// Ends live streams whose caller has signed out, was disabled, or may no longer see what is in
/// them. Other requests are checked when they come; a stream would go on for days.
@Singleton
public class Followed {
  private static final Duration ROUND = Duration.ofSeconds(15);

  private final DataSource database;
  private final Visible visible;

  Followed(DataSource database, Visible visible) {
    this.database = database;
    this.visible = visible;
  }

  /// The stream, as long as its caller is who it was and may follow it.
  public <T> Multi<T> whileAllowed(Multi<T> stream, Predicate<Caller> allowed) {
    Caller caller = visible.caller();
    return asLongAs(() -> isValid(caller) && allowed.test(caller), ROUND, stream);
  }

  /// Asks on a thread that may wait for the database.
  static <T> Multi<T> asLongAs(BooleanSupplier allowed, Duration round, Multi<T> stream) {
    Multi<Optional<T>> ends =
        Multi.createFrom()
            .ticks()
            .every(round)
            .onOverflow()
            .drop()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .filter(_ -> !allowed.getAsBoolean())
            .map(_ -> Optional.empty());
    return Multi.createBy()
        .merging()
        // Whoever reads slowly gets the newest, not all.
        .withRequests(1)
        .streams(stream.map(Optional::of), ends)
        .select()
        .first(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  private boolean isValid(Caller caller) {
    return switch (caller.way()) {
      case KEY -> true;
      case SESSION ->
          isThere(
              "select 1 from access_session s left join app_user u on u.name = s.user_name where"
                  + " s.id = ? and s.expires_at > now() and u.disabled is not true",
              caller);
      case TOKEN ->
          isThere(
              "select 1 from api_token t join app_user u on u.name = t.user_name where t.id = ?"
                  + " and (t.expires_at is null or t.expires_at > now()) and not u.disabled",
              caller);
    };
  }

  private boolean isThere(String sql, Caller caller) {
    return Sql.of(sql, caller.credential()).first(database, _ -> true).isPresent();
  }
}
