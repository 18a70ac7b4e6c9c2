package io.sockettwin.loadsim;

import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.warp.SocketTemplate;
import io.sockettwin.loadsim.warp.TraceWriter;
import io.sockettwin.loadsim.warp.WarpRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A scenario in virtual time.
@Command(
    name = "warp",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a scenario in virtual time, with a network in memory and the service's twins",
      "in the same process. The same seed gives the same run to the last bit."
    })
final class WarpCommand implements Callable<Integer> {

  @Mixin private ScenarioOptions scenarios = new ScenarioOptions();

  @Mixin private ResultOptions results = new ResultOptions();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "writes each step of each socket's machine; equal runs have equal files")
  private @Nullable Path trace;

  @Override
  public Integer call() throws IOException {
    Scenario scenario = scenarios.scenario();
    if (trace == null) {
      return run(scenario, Trace.NONE);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(trace))) {
      return run(scenario, new TraceWriter(out));
    }
  }

  private int run(Scenario scenario, Trace to) throws IOException {
    TerminalView view = TerminalView.standard();
    double seconds = scenario.duration().toNanos() / 1e9;
    long began = System.nanoTime();
    Result result =
        new WarpRun(
                scenario,
                WarpRun.twins(SocketTemplate.load()),
                to,
                nanos -> view.virtual(nanos / 1e9, seconds))
            .run();
    int exitCode = results.present(result);
    System.out.printf("Took %.1f s.%n", (System.nanoTime() - began) / 1e9);
    if (exitCode != 0) {
      System.out.printf(
          "Again: load-sim warp %s --seed %d --sockets %d%n",
          scenario.name(), scenario.seed(), scenario.sockets());
    }
    return exitCode;
  }
}
