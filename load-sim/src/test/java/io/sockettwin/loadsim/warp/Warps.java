package io.sockettwin.loadsim.warp;

import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.ReadyMade;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import java.time.Duration;

/// Small runs in virtual time.
final class Warps {

  private Warps() {}

  static Scenario scenario(String name, int sockets, Duration duration) {
    return switch (ScenarioReader.read(ReadyMade.text(name).orElseThrow())) {
      case ParsedScenario.Valid(Scenario scenario) ->
          scenario.withSockets(sockets).withDuration(duration);
      case ParsedScenario.Invalid(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  static Result run(Scenario scenario, Cloud cloud) {
    return run(scenario, cloud, Trace.NONE);
  }

  static Result run(Scenario scenario, Cloud cloud, Trace trace) {
    return new WarpRun(scenario, cloud, trace, nanos -> {}).run();
  }

  static Cloud twins() {
    return WarpRun.twins(SocketTemplate.load());
  }
}
