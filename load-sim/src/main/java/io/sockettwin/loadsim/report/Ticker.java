package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Books;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.check.Latency;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Looks at the books from time to time.
public final class Ticker {

  /// A day in seconds is more than a plot can show; from then on every second one is left out.
  private static final int MAX_MOMENTS = 20_000;

  private final Books books;
  private final List<Moment> moments = new ArrayList<>();
  private double lastSeconds;
  private long lastSent;
  private long lastAcked;
  private long lastConnects;
  private long lastControls;

  public Ticker(Books books) {
    this.books = books;
  }

  public List<Moment> moments() {
    return List.copyOf(moments);
  }

  /// Looks at the books now.
  ///
  /// @param asked controls asked of the service so far
  /// @param lagMillis how late the generator was at most, since the last look
  /// @param cpuPercent what it used since then
  public Moment tick(double seconds, long asked, double lagMillis, double cpuPercent) {
    double over = Math.max(1e-3, seconds - lastSeconds);
    long sent = books.counted(Count.REPORTS_SENT);
    long acked = books.counted(Count.REPORTS_ACKED);
    long connects = books.counted(Count.CONNECTS);
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
            lagMillis,
            cpuPercent);
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
