package io.sockettwin.loadsim.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.link.SocketWords;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.socket.Report;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Compares what a socket knows with what the service shows of it.
///
/// @param lateAfter answers that took longer are listed
/// @param eventsPerTrip how many events of one trip are in order: one of ours, up to four of a
///   flashed device
public record Audit(Duration lateAfter, int eventsPerTrip) {

  /// A flashed device sends two to four events a trip (protocol section 14).
  public static final int FIRMWARE_EVENTS_PER_TRIP = 4;

  /// Two clocks of one machine drift apart by 500 ppm at most, while one is being set right.
  private static final long CLOCK_TOLERANCE_NANOS = Duration.ofMillis(100).toNanos();

  /// What is wrong with a device, as far as anybody can tell.
  ///
  /// @param seen null where nobody can look
  public List<Difference> compare(DeviceKey device, Truth truth, boolean up, @Nullable Seen seen) {
    Found found = new Found(device.toString(), new ArrayList<>());
    if (!up) {
      found.add(Kind.UNREACHABLE, "its session did not come back");
    }
    truth.unanswered().forEach(what -> found.add(Kind.UNANSWERED, what));
    if (truth.worstNanos() > lateAfter.toNanos()) {
      found.add(Kind.LATE, seconds(truth.worstNanos()) + " for an answer");
    }
    if (truth.brokenRule() != null) {
      found.add(Kind.RULE_BROKEN, truth.brokenRule());
    }
    if (seen != null) {
      compareTwin(found, truth.lastAcked(), seen);
      compareRows(found, truth, seen);
    }
    return found.differences();
  }

  private record Found(String device, List<Difference> differences) {
    void add(Kind kind, String detail) {
      differences.add(new Difference(device, kind, detail));
    }
  }

  private static void compareTwin(Found found, @Nullable Report report, Seen seen) {
    if (report == null) {
      return;
    }
    if (!seen.known()) {
      found.add(Kind.TWIN_MISSING, "though a report was acknowledged");
      return;
    }
    ObjectNode truth = SocketWords.params(report);
    for (Map.Entry<String, JsonNode> entry : truth.properties()) {
      JsonNode shown = seen.reported().get(entry.getKey());
      if (shown == null || !same(entry.getValue(), shown)) {
        found.add(
            Kind.TWIN_WRONG,
            "%s is %s, shown as %s".formatted(entry.getKey(), entry.getValue(), shown));
      }
    }
  }

  /// Reports that were cut off may or may not have been kept, so there is a range.
  private void compareRows(Found found, Truth truth, Seen seen) {
    OptionalLong rows = seen.historyRows();
    if (rows.isPresent() && rows.getAsLong() < truth.reportsAcked()) {
      found.add(
          Kind.HISTORY_MISSING,
          rows.getAsLong() + " rows for " + truth.reportsAcked() + " acknowledged reports");
    }
    if (rows.isPresent() && rows.getAsLong() > (long) truth.reportsSent() + truth.copies()) {
      found.add(
          Kind.HISTORY_DOUBLED,
          rows.getAsLong() + " rows for " + truth.reportsSent() + " reports sent");
    }
    compareEvents(found, truth, seen.overcurrents());
    compareAlarms(found, truth, seen.alarms());
    compareTimer(found, seen.timer());
  }

  private void compareEvents(Found found, Truth truth, OptionalLong events) {
    if (events.isEmpty()) {
      return;
    }
    String detail = "%d events for %d trips".formatted(events.getAsLong(), truth.trips());
    if (events.getAsLong() < truth.trips()) {
      found.add(Kind.EVENTS_MISSING, detail);
    } else if (events.getAsLong() > (long) truth.trips() * eventsPerTrip + truth.copies()) {
      found.add(Kind.EVENTS_DOUBLED, detail);
    }
  }

  private static void compareAlarms(Found found, Truth truth, Seen.@Nullable Alarms alarms) {
    if (alarms == null) {
      return;
    }
    String detail =
        "%d trips, %d counted in %d alarms, %d of them pushed"
            .formatted(truth.trips(), alarms.hits(), alarms.raised(), alarms.pushed());
    if (alarms.hits() < truth.trips()) {
      found.add(Kind.ALARM_MISSING, detail);
    }
    if (alarms.raised() > truth.trips()) {
      found.add(Kind.ALARM_DOUBLED, detail);
    }
    if (alarms.pushed() < alarms.raised()) {
      found.add(Kind.PUSH_MISSING, detail);
    }
  }

  /// A timer is one firing in the service's history and one control at its socket.
  private static void compareTimer(Found found, Seen.@Nullable Timer timer) {
    if (timer == null) {
      return;
    }
    String detail =
        "fired %d times%s, %d controls at the socket"
            .formatted(
                timer.firings(),
                timer.reason().isEmpty() ? "" : " (" + timer.reason() + ")",
                timer.controls());
    if (timer.firings() == 0 || (timer.controls() == 0 && !timer.fetched())) {
      found.add(Kind.TIMER_MISSING, detail);
    }
    if (timer.firings() > 1 || timer.controls() > 1) {
      found.add(Kind.TIMER_DOUBLED, detail);
    }
    if (timer.earlyNanos() > CLOCK_TOLERANCE_NANOS) {
      found.add(Kind.TIMER_EARLY, seconds(timer.earlyNanos()) + " before its moment");
    }
  }

  private static boolean same(JsonNode truth, JsonNode shown) {
    return (truth.isNumber() && shown.isNumber())
        ? truth.doubleValue() == shown.doubleValue()
        : truth.equals(shown);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
