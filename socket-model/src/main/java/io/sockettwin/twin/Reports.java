package io.sockettwin.twin;

import io.sockettwin.thing.Check;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.TwinState.Reported;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.SequencedMap;

/// Reports change what is known, in the order they arrive, wholly or not at all (protocol section
/// 5.1).
final class Reports {
  private Reports() {}

  static void receive(Turn turn, Message.Report report) {
    switch (turn.template.checkReport(report.params())) {
      case Check.Refused(int code, String status, String _) ->
          turn.send(new Message.ReportReply(report.clientToken(), code, status));
      case Check.Accepted(var values) -> accept(turn, report, values);
    }
  }

  private static void accept(Turn turn, Message.Report report, SequencedMap<String, Value> values) {
    Instant at = DeviceTime.clamp(report.at(), DeviceTime.REPORT_MAX_AGE, turn.now);
    turn.add(new TwinEffect.KeepReport(at, report.clientToken(), values));
    turn.send(new Message.ReportReply(report.clientToken(), 0, "success"));
    SequencedMap<String, Reported> before = turn.reported();
    SequencedMap<String, Reported> after = Ordered.toExtend(before, values.size());
    boolean changed = false;
    for (var entry : values.entrySet()) {
      Reported next = new Reported(entry.getValue(), at);
      changed |= !next.equals(after.put(entry.getKey(), next));
    }
    if (changed) {
      turn.reported(Ordered.seal(after));
    }
    if (!turn.controls().isEmpty()) {
      LocalActs.revoke(turn, before, values);
      Outcomes.judge(turn, values);
    }
  }
}
