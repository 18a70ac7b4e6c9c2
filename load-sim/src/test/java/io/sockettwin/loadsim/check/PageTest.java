package io.sockettwin.loadsim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Report;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import org.junit.jupiter.api.Test;

class PageTest {

  private final Ledger ledger = new Ledger(Ledger.Ear.NONE);
  private final Page page = new Page(ledger);

  private static Report report(int energy) {
    return new Report(true, Reading.NONE, energy, 0);
  }

  private static Message.ReportReply reply(String token, int code) {
    return new Message.ReportReply(ClientToken.of(token), code, "");
  }

  private void say(String token, int energy, long due) {
    page.reported(ClientToken.of(token), report(energy), due);
  }

  @Test
  void knowsTheReportThatWasSentLastOfThoseAcknowledged() {
    say("a", 1, 500);
    // A late loop sends what was due before.
    say("b", 2, 400);
    page.answered(reply("b", 0), 900);
    page.answered(reply("a", 0), 1_000);
    assertThat(page.close().lastAcked()).isEqualTo(report(2));
  }

  @Test
  void countsFromTheMomentSomethingWasDue() {
    say("a", 1, 1_000_000);
    page.answered(reply("a", 0), 5_000_000);
    assertThat(page.close().worstNanos()).isEqualTo(4_000_000);
  }

  @Test
  void blamesNobodyForWhatWasCutOff() {
    say("a", 1, 0);
    page.cut();
    assertThat(page.close().unanswered()).isEmpty();
    assertThat(ledger.counted(Count.REPORTS_CUT)).isEqualTo(1);
    assertThat(ledger.counted(Count.REPORTS_LOST)).isZero();
  }

  @Test
  void doesNotKnowWhatTheServiceHasOfAReportThatWasCutOff() {
    say("a", 1, 0);
    page.answered(reply("a", 0), 1);
    say("b", 2, 2);
    page.cut();
    assertThat(page.close().lastAcked()).isNull();
  }

  @Test
  void knowsItAgainAfterTheNextAcknowledgement() {
    say("a", 1, 0);
    page.cut();
    say("b", 2, 2);
    page.answered(reply("b", 0), 3);
    assertThat(page.close().lastAcked()).isEqualTo(report(2));
  }

  @Test
  void listsWhatWasNeverAnswered() {
    say("a", 1, 0);
    page.raised(ClientToken.of("e"), 0);
    assertThat(page.quiet()).isFalse();
    assertThat(page.close().unanswered()).containsExactly("report a", "event e");
  }

  @Test
  void losesTheOldestOfTooMany() {
    for (int i = 0; i <= Waiting.LIMIT; i++) {
      say("r" + i, i, 0);
    }
    assertThat(ledger.counted(Count.REPORTS_LOST)).isEqualTo(1);
    assertThat(page.close().unanswered()).hasSize(Waiting.LIMIT + 1).startsWith("report r0");
  }

  @Test
  void countsAnAnswerNobodyAskedFor() {
    say("a", 1, 0);
    page.answered(reply("a", 0), 1);
    page.answered(reply("a", 0), 2);
    assertThat(ledger.counted(Count.REPORTS_ACKED)).isEqualTo(1);
    assertThat(ledger.counted(Count.ANSWERS_UNASKED)).isEqualTo(1);
  }

  @Test
  void holdsAnEventUntilItIsTaken() {
    page.raised(ClientToken.of("e"), 0);
    page.raised(ClientToken.of("e"), 9);
    page.answered(new Message.EventReply(ClientToken.of("e"), null, false, 503, ""), 10);
    assertThat(page.quiet()).isFalse();
    page.answered(new Message.EventReply(ClientToken.of("e"), null, false, 0, ""), 11);
    assertThat(page.quiet()).isTrue();
    assertThat(ledger.counted(Count.EVENTS_SENT)).isEqualTo(1);
  }
}
