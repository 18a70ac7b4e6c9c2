package io.sockettwin.loadsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Expectation.Outcome;
import io.sockettwin.loadsim.report.Result.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ResultsTest {

  private static final List<Curve.Point> POINTS =
      Stream.of(50.0, 90.0, 99.0, 99.9, 100.0).map(it -> new Curve.Point(it, it / 10)).toList();

  @TempDir private Path folder;

  private static Result result(boolean fulfilled, boolean interrupted, @Nullable String limit) {
    return new Result(
        "evening",
        7,
        "host:1883",
        Instant.parse("2026-11-25T08:00:00Z"),
        61.5,
        1_000,
        interrupted,
        limit,
        Map.of("reports.sent", 5_000.0, "connected", 99.5, "report.p99", 12.25),
        List.of(new Curve("report", "report -> reply", 5_000, POINTS)),
        List.of(
            new Moment(1, 500, 100, 99, 500, 2, 3, 9, 1, 20),
            new Moment(2, 1_000, 200, 199, 500, 2, 3, 9, 1, 20)),
        List.of(
            new Difference("P/<sim>", Difference.Kind.TWIN_WRONG, "power_switch is 1, shown as 0")),
        List.of(new Outcome("reports.lost == 0", fulfilled ? "0" : "3", fulfilled)));
  }

  @Test
  void tellsTheVerdict() {
    assertThat(result(true, false, null).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result(false, false, null).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result(true, true, null).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(result(true, false, "late").verdict().exitCode()).isEqualTo(3);
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    Path file = folder.resolve("result.json");
    Result result = result(false, false, "the CPU");
    Files.writeString(file, ResultFile.text(result));
    assertThat(ResultFile.read(file)).isEqualTo(result);
  }

  @Test
  void countsFailuresInTheXml() throws Exception {
    byte[] xml = JUnitXml.text(result(false, false, "late")).getBytes(StandardCharsets.UTF_8);
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("was 3");
  }

  @Test
  void makesAPageThatNeedsNothingElse() {
    String page = HtmlReport.text(result(false, false, null));
    assertThat(page)
        .contains("<svg", "P/&lt;sim&gt;", "1 of 1 expectations are not fulfilled")
        .doesNotContain("http:", "https:", "<script", "NaN");
  }

  @Test
  void comparesTwoRuns() {
    assertThat(Comparison.text(result(true, false, null), result(false, false, null)))
        .contains("reports.sent", "+0.0%", "PASSED", "FAILED");
  }

  @Test
  void saysInWordsWhatWasFound() {
    assertThat(Summary.text(result(false, false, null)))
        .contains("FAIL  reports.lost == 0", "twin differs: power_switch is 1, shown as 0")
        .endsWith("FAILED: 1 of 1 expectations are not fulfilled\n");
  }
}
