package io.sockettwin.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Measures timers: how many can be set a second over REST, and how late they fire when a million
/// is armed and a tenth of them is due within one minute; `bench.armed` and `bench.due` say
/// otherwise.
@SuppressWarnings("InlineFormatString") // documents are read more easily apart
public final class TimerFigures {
  private static final int ARMED = Integer.getInteger("bench.armed", 1_000_000);
  private static final int DUE = Integer.getInteger("bench.due", 100_000);
  private static final int SETTERS = 8;
  private static final Duration SETTING = Duration.ofSeconds(15);
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private static final String TIMER =
      """
      {"name":"bench","rule":{"kind":"daily","at":"04:00"},"timeZone":"UTC",
       "actions":[{"productId":"%1$s","name":"bench-1","values":{"power_switch":0}}]}
      """;

  private static final String DEVICES =
      """
      insert into device (product_id, name, secret, enabled, created_at, version)
      select '%1$s', 'bench-' || i, '', true, now(), 0 from generate_series(1, %2$d) i
      """;

  /// Due one after the other from a moment on.
  private static final String TIMERS =
      """
      with moment as (
        select i, gen_random_uuid() as id,
               date_trunc('milliseconds',
                 now() + interval '%4$s' + interval '%5$s' * (i - 1) / %3$d) as at
        from generate_series(1, %3$d) i),
      armed as (
        insert into timer (id, content, next_at, created_at, version)
        select id, format('{"name":"bench","rule":{"kind":"daily","at":"%%s"},"timeZone":"UTC",'
            || '"actions":[{"productId":"%1$s","name":"bench-%%s","values":{"power_switch":0}}]}',
            to_char(at at time zone 'UTC', 'HH24:MI:SS.MS'), 1 + (i - 1) %% %2$d),
          at, now(), 0
        from moment)
      insert into timer_device select id, 0, '%1$s', 'bench-' || 1 + (i - 1) %% %2$d from moment
      """;

  private static final String LATENESS =
      """
      select count(*), extract(milliseconds from percentile_disc(0.5) within group (order by late)),
             extract(milliseconds from percentile_disc(0.99) within group (order by late)),
             extract(epoch from max(late)) * 1000
      from (select decided_at - due_at as late from timer_firing where state in ('FIRED', 'LATE')) f
      """;

  private final Site site;

  private TimerFigures(Site site) {
    this.site = site;
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Settings settings = Settings.read(System.getProperties());
    try (Site site =
        new Site(
            settings.tree(),
            settings.folder().resolve("timers-" + System.currentTimeMillis()),
            false,
            settings.options())) {
      site.start();
      new TimerFigures(site).run();
    }
  }

  private void run() throws Exception {
    String product = ask("select id from product");
    execute(DEVICES.formatted(product, DUE));
    set(TIMER.formatted(product)); // a fresh service has compiled nothing yet
    System.out.printf("set over REST: %.0f timers/s%n", set(TIMER.formatted(product)));
    long began = System.nanoTime();
    execute(TIMERS.formatted(product, DUE, ARMED - DUE, "2 h", "1 h"));
    System.out.printf("armed %d in %.0f s%n", ARMED - DUE, (System.nanoTime() - began) / 1e9);
    // These are there long before the first of them is due, or it would be late by our fault.
    execute(TIMERS.formatted(product, DUE, DUE, "45 s", "1 minute"));
    awaitFirings();
    try (Connection connection = site.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LATENESS)) {
      row.next();
      System.out.printf(
          "fired %d within a minute: late by p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
          row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    }
    System.out.printf("%s%n", site.usages());
  }

  private double set(String body) throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long began = System.nanoTime();
    long end = began + SETTING.toNanos();
    try (Rest rest = site.rest();
        ExecutorService setters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SETTERS; i++) {
        setters.execute(() -> {
          while (System.nanoTime() < end) {
            rest.timer(body);
            done.incrementAndGet();
          }
        });
      }
    }
    return done.get() * 1e9 / (System.nanoTime() - began);
  }

  private void awaitFirings() throws SQLException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    String fired = "select count(*) from timer_firing where state <> 'WAITING'";
    while (site.database().count(fired) < DUE && System.nanoTime() < end) {
      Thread.sleep(Duration.ofSeconds(5));
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = site.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = site.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
