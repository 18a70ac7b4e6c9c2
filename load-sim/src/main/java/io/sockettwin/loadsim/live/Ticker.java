package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.report.Moment;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Looks at the books from time to time.
final class Ticker {

  /// A day in seconds is more than a plot can show; from then on every second one is left out.
  private static final int MAX_MOMENTS = 20_000;

  private final Books books;
  private final SelfWatch watch;
  private final @Nullable Controls controls;
  private final List<Moment> moments = new ArrayList<>();
  private double lastSeconds;
  private long lastSent;
  private long lastAcked;
  private long lastConnects;
  private long lastControls;

  Ticker(Books books, SelfWatch watch, @Nullable Controls controls) {
    this.books = books;
    this.watch = watch;
    this.controls = controls;
  }

  List<Moment> moments() {
    return moments;
  }

  Moment tick(double seconds) {
    double over = Math.max(1e-3, seconds - lastSeconds);
    long sent = books.counted(Count.REPORTS_SENT);
    long acked = books.counted(Count.REPORTS_ACKED);
    long connects = books.counted(Count.CONNECTS);
    long asked = controls == null ? 0 : controls.asked();
    Histogram micros = books.recent(Latency.REPORT);
    Moment moment =
        new Moment(
            seconds,
            connects - books.counted(Count.CONNECTIONS_LOST),
            (sent - lastSent) / over,
            (acked - lastAcked) / over,
            (connects - lastConnects) / over,
            (asked - lastControls) / over,
            micros.getValueAtPercentile(50) / 1_000.0,
            micros.getValueAtPercentile(99) / 1_000.0,
            watch.lagMillis(),
            watch.cpuPercent());
    lastSeconds = seconds;
    lastSent = sent;
    lastAcked = acked;
    lastConnects = connects;
    lastControls = asked;
    if (moments.size() >= MAX_MOMENTS) {
      thinOut();
    }
    moments.add(moment);
    return moment;
  }

  private void thinOut() {
    for (int i = moments.size() - 1; i > 0; i -= 2) {
      moments.remove(i);
    }
  }
}
