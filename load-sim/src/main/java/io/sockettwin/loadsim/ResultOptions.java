package io.sockettwin.loadsim;

import io.sockettwin.loadsim.report.HtmlReport;
import io.sockettwin.loadsim.report.JUnitXml;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.ResultFile;
import io.sockettwin.loadsim.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the result goes.
final class ResultOptions {

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "for result.json, report.html and junit.xml (${DEFAULT-VALUE})")
  private Path folder = Path.of("load-sim-results");

  /// Prints the result and writes its files; the exit code follows from it.
  int present(Result result) throws IOException {
    System.out.println();
    System.out.print(Summary.text(result));
    Path into = folder.resolve(result.scenario());
    Files.createDirectories(into);
    Files.writeString(into.resolve("result.json"), ResultFile.text(result));
    Files.writeString(into.resolve("junit.xml"), JUnitXml.text(result));
    Path page = into.resolve("report.html");
    Files.writeString(page, HtmlReport.text(result));
    System.out.println("Report: " + page);
    return result.verdict().exitCode();
  }
}
