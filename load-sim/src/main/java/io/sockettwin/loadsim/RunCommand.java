package io.sockettwin.loadsim;

import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.live.LiveRun;
import io.sockettwin.loadsim.live.ServiceProcess;
import io.sockettwin.loadsim.live.Target;
import io.sockettwin.loadsim.recording.Recorder;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A scenario against a service.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a scenario against a service and audits it.")
final class RunCommand implements Callable<Integer> {

  /// For the last answers, the audit and the files of a run that was broken off.
  private static final long LAST_WORK_SECONDS = 120;

  @Mixin private ScenarioOptions scenarios = new ScenarioOptions();

  @Mixin private TargetOptions targets = new TargetOptions();

  @Mixin private ResultOptions results = new ResultOptions();

  @Option(
      names = "--start",
      paramLabel = "JAR",
      description = "starts this service for the run, with a folder and ports of its own")
  private @Nullable Path service;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "records what happens to one socket, for load-sim replay")
  private @Nullable Path recording;

  @Option(
      names = "--record-socket",
      paramLabel = "NUMBER",
      description = "which one, counted from 0 (${DEFAULT-VALUE})")
  private int recorded;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Scenario scenario = scenarios.scenario();
    if (service == null) {
      return run(scenario, targets.target(), () -> {});
    }
    try (ServiceProcess started = ServiceProcess.start(service)) {
      started.closedByCaller();
      return run(scenario, targets.target(started), started::close);
    }
  }

  private int run(Scenario scenario, Target target, Runnable last)
      throws IOException, InterruptedException {
    if (recording == null) {
      return run(scenario, target, Trace.NONE, last);
    }
    try (Recorder recorder = new Recorder(recording, recorded)) {
      return run(scenario, target, recorder, last);
    }
  }

  /// @param last what is still to be done when the run was broken off and presented
  private int run(Scenario scenario, Target target, Trace trace, Runnable last)
      throws IOException, InterruptedException {
    LiveRun run = new LiveRun(scenario, target, TerminalView.standard(), trace);
    CountDownLatch presented = new CountDownLatch(1);
    Thread breaker = new Thread(() -> breakOff(run, presented, last), "ctrl-c");
    Runtime.getRuntime().addShutdownHook(breaker);
    try {
      Result result = run.run();
      return results.present(result);
    } finally {
      presented.countDown();
      removeHook(breaker);
    }
  }

  private static void breakOff(LiveRun run, CountDownLatch presented, Runnable last) {
    run.interrupt();
    try {
      if (!presented.await(LAST_WORK_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("load-sim: no result within " + LAST_WORK_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    last.run();
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, through this very hook.
      return;
    }
  }
}
