package io.sockettwin.loadsim;

import io.sockettwin.loadsim.live.Progress;
import io.sockettwin.loadsim.report.Moment;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/// Shows how a run goes: one line that changes in a terminal, a line now and then in a file.
final class TerminalView implements Progress {

  private static final int BAR = 24;
  private static final int SECONDS_PER_LINE = 10;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final boolean live;
  private String phase = "";
  private long lastLine = -SECONDS_PER_LINE;

  TerminalView(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @SuppressWarnings("SystemConsoleNull")
  static TerminalView standard() {
    Console console = System.console();
    return new TerminalView(System.err, console != null && console.isTerminal());
  }

  @Override
  public synchronized void preparing(String what, int done, int of) {
    if (live && (done % 50 == 0 || done == of)) {
      show(bar((double) done / of) + " " + what + " " + done + "/" + of);
      if (done == of) {
        out.print(CLEAR_LINE);
      }
    } else if (!live && done == of) {
      out.println(what + ": " + of);
    }
  }

  @Override
  public synchronized void moment(Moment moment, double ofSeconds, String losses) {
    String line =
        String.format(
            Locale.ROOT,
            "%s %3.0fs %s%d connected  %.0f/s sent  %.0f/s acked  p99 %.0f ms  lag %.0f ms  cpu"
                + " %.0f%%%s",
            bar(moment.seconds() / ofSeconds),
            moment.seconds(),
            phase,
            moment.connected(),
            moment.reportsPerSecond(),
            moment.acksPerSecond(),
            moment.p99Millis(),
            moment.lagMillis(),
            moment.cpuPercent(),
            losses.isEmpty() ? "" : "  (" + losses + ")");
    if (live) {
      show(line);
    } else if (moment.seconds() - lastLine >= SECONDS_PER_LINE) {
      lastLine = (long) moment.seconds();
      out.println(line);
    }
  }

  @Override
  public synchronized void phase(String what) {
    phase = what + "  ";
  }

  @Override
  public synchronized void warning(String sentence) {
    out.println((live ? CLEAR_LINE : "") + "load-sim: " + sentence);
  }

  /// How far a run in virtual time is.
  synchronized void virtual(double seconds, double ofSeconds) {
    if (live) {
      show(String.format(Locale.ROOT, "%s day %.1f", bar(seconds / ofSeconds), seconds / 86_400));
    }
  }

  private void show(String line) {
    out.print(CLEAR_LINE + line);
    out.flush();
  }

  private static String bar(double part) {
    int full = Math.clamp(Math.round(part * BAR), 0, BAR);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }
}
