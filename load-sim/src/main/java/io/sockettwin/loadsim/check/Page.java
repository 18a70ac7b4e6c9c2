package io.sockettwin.loadsim.check;

import io.sockettwin.loadsim.check.Waiting.One;
import io.sockettwin.socket.Report;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One socket's page of the ledger: what it said and what it was answered.
public final class Page {

  private static final int INTERNAL_FAULT = 503;

  private final Ledger ledger;
  private final Waiting reports = new Waiting();
  private final Waiting events = new Waiting();
  private @Nullable Report lastAcked;
  private int lastAckedNumber;
  private int lastUncertainNumber;
  private @Nullable ClientToken givenUp;
  private int reportsSent;
  private int reportsAcked;
  private int copies;
  private int trips;
  private long worstNanos;
  private @Nullable String brokenRule;

  public Page(Ledger ledger) {
    this.ledger = ledger;
  }

  public void connected(long afterNanos) {
    ledger.time(Latency.CONNECT, afterNanos);
  }

  public void count(Count count) {
    ledger.count(count);
  }

  public void reported(ClientToken token, Report report, long dueNanos) {
    reportsSent++;
    ledger.count(Count.REPORTS_SENT);
    One lost = reports.add(new One(token, reportsSent, dueNanos, report));
    if (lost != null) {
      uncertain(lost);
      givenUp = lost.token();
      ledger.count(Count.REPORTS_LOST);
    }
  }

  /// A fault of the scenario has made so many more of a message.
  public void copied(int more) {
    copies += more;
  }

  /// A fault of the scenario has taken the message away: no answer is owed.
  public void swallowed(ClientToken token) {
    One one = reports.take(token);
    if (one != null) {
      uncertain(one);
      ledger.count(Count.REPORTS_SWALLOWED);
    }
  }

  /// Sent again until it is answered, each time with the same token.
  public void raised(ClientToken token, long dueNanos) {
    if (events.contains(token)) {
      copies++;
    } else {
      ledger.count(Count.EVENTS_SENT);
      events.add(new One(token, 0, dueNanos, null));
    }
  }

  public void answered(Message.ReportReply reply, long nanos) {
    One one = reports.take(reply.clientToken());
    if (one == null) {
      ledger.count(Count.ANSWERS_UNASKED);
      return;
    }
    time(Latency.REPORT, nanos - one.dueNanos());
    if (reply.code() == 0) {
      reportsAcked++;
      acked(one);
      ledger.count(Count.REPORTS_ACKED);
    } else {
      ledger.count(Count.REPORTS_REFUSED);
    }
  }

  public void answered(Message.EventReply reply, long nanos) {
    if (reply.code() == INTERNAL_FAULT) {
      return;
    }
    One one = events.take(reply.clientToken());
    if (one == null) {
      ledger.count(Count.ANSWERS_UNASKED);
      return;
    }
    time(Latency.EVENT, nanos - one.dueNanos());
    if (reply.code() == 0) {
      ledger.count(Count.EVENTS_ACKED);
    } else {
      ledger.count(Count.EVENTS_REFUSED);
    }
  }

  public void heard(DeviceKey device, Message.Control control, long nanos) {
    ledger.controlHeard(device, control.clientToken().text(), nanos);
  }

  /// What waited for an answer will not get one; events are sent again.
  public void cut() {
    ledger.count(Count.REPORTS_CUT, reports.size());
    for (int i = 0; i < reports.size(); i++) {
      uncertain(reports.get(i));
    }
    reports.clear();
  }

  public void tripped(DeviceKey device, long nanos) {
    trips++;
    ledger.tripped(device, nanos);
  }

  public void broke(String rule) {
    brokenRule = rule;
    ledger.count(Count.RULES_BROKEN);
  }

  /// Whether no event has to be said again.
  public boolean eventsTaken() {
    return events.size() == 0;
  }

  /// Whether all that was said is answered.
  public boolean quiet() {
    return reports.size() == 0 && events.size() == 0;
  }

  /// Closes the page: what still waits is lost.
  public Truth close() {
    ledger.count(Count.REPORTS_LOST, reports.size());
    ledger.count(Count.EVENTS_LOST, events.size());
    List<String> lost = new ArrayList<>();
    if (givenUp != null) {
      lost.add("report " + givenUp);
    }
    for (int i = 0; i < reports.size(); i++) {
      lost.add("report " + reports.get(i).token());
    }
    for (int i = 0; i < events.size(); i++) {
      lost.add("event " + events.get(i).token());
    }
    boolean certain = lastAckedNumber > lastUncertainNumber;
    return new Truth(
        certain ? lastAcked : null,
        reportsSent,
        reportsAcked,
        copies,
        trips,
        worstNanos,
        lost,
        brokenRule);
  }

  /// Whether the service has kept it will never be known.
  private void uncertain(One one) {
    lastUncertainNumber = Math.max(lastUncertainNumber, one.number());
  }

  /// A late answer says nothing of the present.
  private void acked(One one) {
    if (one.number() > lastAckedNumber) {
      lastAckedNumber = one.number();
      lastAcked = one.report();
    }
  }

  private void time(Latency latency, long nanos) {
    worstNanos = Math.max(worstNanos, nanos);
    ledger.time(latency, nanos);
  }
}
