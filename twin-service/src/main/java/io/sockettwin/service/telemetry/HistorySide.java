package io.sockettwin.service.telemetry;

import io.sockettwin.service.twin.Advance;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.service.twin.Participant;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.wire.ClientToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one lane keeps: gathered while twins advance, written at once. What it gathers is bounded
/// by the lane's batch.
final class HistorySide implements Participant.Side {
  /// Tokens are outside data without a limit of their own.
  private static final int MAX_TOKEN_LENGTH = 128;

  private static final String ARRIVED =
      "insert into history.arrival (product_id, received_from, received_to) values (?, ?, ?)";

  private final Layouts layouts;
  private final Partitions partitions;
  private final TelemetryMetrics metrics;
  private final Map<String, List<ReportRow>> reports = new HashMap<>();
  private final List<EventRow> events = new ArrayList<>();
  private boolean writing;

  HistorySide(Layouts layouts, Partitions partitions, TelemetryMetrics metrics) {
    this.layouts = layouts;
    this.partitions = partitions;
    this.metrics = metrics;
  }

  @Override
  public void advanced(Advance advance, LaneTransaction transaction) {
    // As fine as the database is: what it would round must not be looked for beside it.
    Instant receivedAt = advance.at().truncatedTo(ChronoUnit.MICROS);
    for (TwinEffect effect : advance.step().effects()) {
      switch (effect) {
        case TwinEffect.KeepReport report ->
            reports
                .computeIfAbsent(advance.device().productId(), _ -> new ArrayList<>())
                .add(new ReportRow(advance.device().deviceName(), receivedAt, report));
        case TwinEffect.KeepEvent event ->
            events.add(new EventRow(advance.device(), receivedAt, event));
        case TwinEffect.Send _,
            TwinEffect.KeepControl _,
            TwinEffect.HandOn _,
            TwinEffect.Dropped _ -> {}
      }
    }
  }

  /// Tables and partitions first: what makes them must not wait for rows of this transaction.
  @Override
  public void write(LaneTransaction transaction) throws SQLException {
    writing = true;
    Map<Layout, List<ReportRow>> rows = new HashMap<>();
    for (var product : reports.entrySet()) {
      Optional<Layout> layout = layout(product.getKey(), product.getValue());
      if (layout.isPresent()) {
        rows.put(layout.get(), product.getValue());
      }
    }
    for (EventRow event : events) {
      partitions.require(Table.EVENT, event.event().at());
    }
    for (var product : rows.entrySet()) {
      write(product.getKey(), product.getValue(), transaction);
    }
    EventRow.write(transaction.connection(), events);
    int written = events.size();
    transaction.afterCommit(() -> metrics.events(written));
    clear();
  }

  /// The layout with all that these reports need; a data template may just have changed.
  private Optional<Layout> layout(String productId, List<ReportRow> rows) throws SQLException {
    Optional<Layout> known = layouts.of(productId);
    boolean fits = known.isEmpty() || rows.stream().allMatch(row -> row.fit(known.get()) != null);
    Optional<Layout> layout = fits ? known : layouts.renewed(productId);
    if (layout.isPresent()) {
      Table table = Level.REPORT.table(productId);
      for (ReportRow row : rows) {
        partitions.require(table, row.report().at());
      }
    }
    return layout;
  }

  private void write(Layout layout, List<ReportRow> rows, LaneTransaction transaction)
      throws SQLException {
    long began = System.nanoTime();
    BinaryRows binary = new BinaryRows();
    Instant from = Instant.MAX;
    Instant to = Instant.MIN;
    int leftOut = 0;
    for (ReportRow row : rows) {
      @Nullable Value[] values = row.fit(layout);
      if (values == null) {
        // A value by a data template of a moment ago; the twin has it.
        leftOut++;
        continue;
      }
      binary.add(row, token(row.report().token()), values);
      from = row.receivedAt().isBefore(from) ? row.receivedAt() : from;
      to = row.receivedAt().isAfter(to) ? row.receivedAt() : to;
    }
    boolean again = false;
    if (leftOut < rows.size()) {
      again = ReportTable.write(transaction.connection(), layout, binary.finished());
      arrived(transaction.connection(), layout.productId(), from, to);
    }
    boolean repeated = again;
    int lost = leftOut;
    long nanos = System.nanoTime() - began;
    transaction.afterCommit(() -> metrics.reports(rows.size() - lost, lost, repeated, nanos));
  }

  private static void arrived(Connection connection, String productId, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ARRIVED)) {
      statement.setString(1, productId);
      statement.setObject(2, from.atOffset(ZoneOffset.UTC));
      statement.setObject(3, to.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  /// If it was writing that failed, tables may not be what they were.
  @Override
  public void forgetAll() {
    if (writing) {
      layouts.forgetAll();
      partitions.forgetAll();
    }
    clear();
  }

  private void clear() {
    writing = false;
    reports.clear();
    events.clear();
  }

  static String token(ClientToken token) {
    String text = CleanText.of(token.toString());
    return text.length() <= MAX_TOKEN_LENGTH ? text : text.substring(0, MAX_TOKEN_LENGTH);
  }
}
