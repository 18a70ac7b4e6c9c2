package io.sockettwin.service.telemetry;

import static io.sockettwin.service.telemetry.Params.invalid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A checked question for a device's past.
///
/// @param step null for each report as it came
/// @param source where the answer comes from
/// @param zone whose clock steps follow
/// @param aggregates none without a step
/// @param after where the page before ended; null for the first
record SeriesQuery(
    Instant from,
    Instant to,
    @Nullable Step step,
    Level source,
    ZoneId zone,
    List<Aggregate> aggregates,
    List<Column> columns,
    int limit,
    @Nullable Cursor after) {
  static final int MAX_POINTS = 10_000;
  private static final int DEFAULT_LIMIT = 1_000;
  private static final Duration DEFAULT_SPAN = Duration.ofDays(1);

  SeriesQuery {
    aggregates = List.copyOf(aggregates);
    columns = List.copyOf(columns);
  }

  /// Refuses what cannot be answered, and names it.
  ///
  /// @param oldest from when on there are reports
  static SeriesQuery parse(SeriesParams params, Layout layout, Instant now, Instant oldest) {
    ZoneId zone = zone(params.zone);
    Instant to = Params.moment("to", params.to, zone, now);
    Instant from = Params.moment("from", params.from, zone, to.minus(DEFAULT_SPAN));
    Params.requireOrder(from, to);
    Step step = step(params, Duration.between(from, to));
    List<Aggregate> aggregates = aggregates(params.aggregate, step);
    return new SeriesQuery(
        from,
        to,
        step,
        step == null ? Level.REPORT : step.source(from, to, zone, oldest),
        zone,
        aggregates,
        columns(params.properties, layout, step),
        limit(params.limit),
        Cursor.parse(params.after));
  }

  static int limit(@Nullable String limit) {
    return Params.number("limit", limit, 1, MAX_POINTS, DEFAULT_LIMIT);
  }

  /// Regions only: PostgreSQL reads `+02:00` as west of Greenwich.
  private static ZoneId zone(@Nullable String text) {
    String id = text == null ? "UTC" : text;
    if (!ZoneId.getAvailableZoneIds().contains(id) || id.startsWith("SystemV/")) {
      throw invalid("zone", "must be a time zone like Europe/Berlin");
    }
    return ZoneId.of(id);
  }

  private static @Nullable Step step(SeriesParams params, Duration span) {
    if (params.points != null) {
      if (params.step != null) {
        throw invalid("points", "cannot be given with a step");
      }
      int points = Params.number("points", params.points, 10, MAX_POINTS, MAX_POINTS);
      return Step.forPoints(span, points).orElse(Step.MONTH);
    }
    if (params.step == null) {
      return null;
    }
    Step step =
        Step.parse(params.step).orElseThrow(() -> invalid("step", "must be one of " + Step.all()));
    if (step.points(span) > MAX_POINTS) {
      throw invalid("step", "gives more than " + MAX_POINTS + " points");
    }
    return step;
  }

  private static List<Aggregate> aggregates(@Nullable String text, @Nullable Step step) {
    if (step == null) {
      if (text != null) {
        throw invalid("aggregate", "needs a step");
      }
      return List.of();
    }
    if (text == null) {
      return List.of(Aggregate.AVG);
    }
    Set<Aggregate> aggregates = new LinkedHashSet<>();
    for (String name : text.split(",", -1)) {
      aggregates.add(
          Aggregate.parse(name)
              .orElseThrow(() -> invalid("aggregate", "must be of " + Aggregate.all())));
    }
    return List.copyOf(aggregates);
  }

  private static List<Column> columns(@Nullable String text, Layout layout, @Nullable Step step) {
    if (text == null) {
      return layout.current().values().stream()
          .filter(column -> step == null || column.type().isNumeric())
          .toList();
    }
    List<Column> columns = new ArrayList<>();
    for (String id : new LinkedHashSet<>(Arrays.asList(text.split(",", -1)))) {
      Column column =
          Optional.ofNullable(layout.current().get(id))
              .orElseThrow(() -> invalid("properties", "names no property: " + brief(id)));
      if (step != null && !column.type().isNumeric()) {
        throw invalid("properties", "is no number and has no aggregate: " + id);
      }
      columns.add(column);
    }
    return columns;
  }

  private static String brief(String text) {
    return text.length() <= 32 ? text : text.substring(0, 32) + "...";
  }
}
