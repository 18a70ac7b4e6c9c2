package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.check.Expectation.Outcome;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Facts.Unit;
import io.sockettwin.loadsim.report.Plot.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// A result as one page that needs nothing else: no script, no network.
public final class HtmlReport {

  private static final List<Plot> PLOTS =
      List.of(
          new Plot(
              "Connected sockets", "", List.of(new Series("connected", "s0", Moment::connected))),
          new Plot(
              "Messages a second",
              "/s",
              List.of(
                  new Series("reports sent", "s0", Moment::reportsPerSecond),
                  new Series("reports acknowledged", "s1", Moment::acksPerSecond),
                  new Series("controls asked", "s2", Moment::controlsPerSecond),
                  new Series("connections made", "s3", Moment::connectsPerSecond))),
          new Plot(
              "Report to reply",
              "ms",
              List.of(
                  new Series("half of them", "s0", Moment::p50Millis),
                  new Series("99 of 100", "s1", Moment::p99Millis))),
          new Plot(
              "The generator itself",
              "",
              List.of(
                  new Series("longest lag in ms", "s2", Moment::lagMillis),
                  new Series("CPU in % of all cores", "s3", Moment::cpuPercent))));

  private HtmlReport() {}

  public static String text(Result result) {
    Formatter out = new Formatter(Locale.ROOT);
    out.format("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.format("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.format("<title>load-sim: %s</title>", escape(result.scenario()));
    out.format("<style>%s</style></head><body><main>", style());
    head(out, result);
    out.format("%s", Tiles.html(result));
    expectations(out, result.expectations());
    PLOTS.stream()
        .filter(plot -> plot.shows(result.moments()))
        .forEach(plot -> out.format("%s", plot.svg(result.moments())));
    if (!result.curves().isEmpty()) {
      out.format("%s", PercentilePlot.svg(result.curves()));
    }
    latencies(out, result.curves());
    differences(out, result);
    facts(out, result);
    return out.format("</main></body></html>%n").toString();
  }

  private static void head(Formatter out, Result result) {
    String verdict = result.verdict().name().toLowerCase(Locale.ROOT);
    out.format("<header class=\"%s\"><h1>%s</h1>", verdict, escape(result.scenario()));
    out.format("<p class=\"verdict\">%s</p>", escape(Summary.verdict(result)));
    out.format(
        "<p>%,d sockets against %s for %s, from %s UTC, seed %d</p></header>",
        result.sockets(),
        escape(result.target()),
        Summary.duration(result.seconds()),
        result.startedAt().toString().substring(0, 19).replace('T', ' '),
        result.seed());
  }

  private static void expectations(Formatter out, List<Outcome> outcomes) {
    out.format(
        "<table class=\"expected\"><tr><th></th><th>expected</th><th class=\"n\">found</th></tr>");
    for (Outcome outcome : outcomes) {
      out.format(
          "<tr class=\"%s\"><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>",
          outcome.fulfilled() ? "good" : "bad",
          outcome.fulfilled() ? "✓" : "✗",
          escape(outcome.expectation()),
          escape(Summary.actual(outcome)));
    }
    out.format("</table>");
  }

  private static void latencies(Formatter out, List<Curve> curves) {
    out.format("<h2>Latencies in ms</h2><table><tr><th>from → to</th>");
    List<Double> shown = List.of(50.0, 90.0, 99.0, 99.9, 100.0);
    out.format("<th class=\"n\">count</th>");
    shown.forEach(it ->
        out.format(
            "<th class=\"n\">%s</th>",
            it == 100
                ? "max"
                : "p" + (it == Math.rint(it) ? Integer.toString(it.intValue()) : it)));
    for (Curve curve : curves) {
      out.format("</tr><tr><td>%s</td>", escape(curve.meaning()).replace("-&gt;", "→"));
      out.format("<td class=\"n\">%,d</td>", curve.count());
      shown.forEach(it -> out.format("<td class=\"n\">%,.1f</td>", curve.millisAt(it)));
    }
    out.format("</tr></table>");
  }

  private static void differences(Formatter out, Result result) {
    int shown = result.differences().size();
    double all = result.facts().getOrDefault("audit.differences", 0.0);
    out.format("<h2>Audit</h2>");
    if (shown == 0) {
      out.format("<p class=\"quiet\">Every socket and the service agree.</p>");
      return;
    }
    out.format("<p>%,.0f differences between sockets and service</p>", all);
    if (shown < all) {
      out.format("<p>The first %d:</p>", shown);
    }
    out.format("<table class=\"found\"><tr><th>device</th><th>what</th><th>details</th></tr>");
    for (Difference difference : result.differences()) {
      out.format(
          "<tr><td>%s</td><td>%s</td><td>%s</td></tr>",
          escape(difference.device()), difference.kind().words(), escape(difference.detail()));
    }
    out.format("</table>");
  }

  private static void facts(Formatter out, Result result) {
    out.format("<h2>Everything counted</h2><dl>");
    result
        .facts()
        .forEach((name, value) -> {
          Unit unit = Facts.unit(name);
          if (unit != null) {
            out.format(
                "<div><dt>%s</dt><dd>%s</dd></div>", name, Expectation.withUnit(value, unit));
          }
        });
    out.format("</dl>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
