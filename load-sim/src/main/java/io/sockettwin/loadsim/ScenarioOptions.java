package io.sockettwin.loadsim;

import io.sockettwin.loadsim.live.CannotRun;
import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.Problem;
import io.sockettwin.loadsim.scenario.ReadyMade;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Which scenario, and what is to be different in it.
final class ScenarioOptions {

  private static final int SHOWN_PROBLEMS = 10;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "a scenario file, or one that comes with the program: ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private String name = "";

  @Option(names = "--sockets", paramLabel = "COUNT", description = "in the place of the scenario's")
  private @Nullable Integer sockets;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "in the place of the scenario's, such as 30s or 5m",
      converter = DurationConverter.class)
  private @Nullable Duration duration;

  @Option(names = "--seed", description = "in the place of the scenario's")
  private @Nullable Long seed;

  Scenario scenario() {
    Scenario scenario = read();
    if (sockets != null) {
      if (sockets < 1 || sockets > ScenarioReader.MAX_SOCKETS) {
        throw new CannotRun("--sockets must be from 1 to " + ScenarioReader.MAX_SOCKETS);
      }
      scenario = scenario.withSockets(sockets);
    }
    scenario = duration == null ? scenario : scenario.withDuration(duration);
    if (!scenario.seesItsTimers()) {
      throw new CannotRun("--duration: the timers of " + name + " are due when the run is over");
    }
    return seed == null ? scenario : scenario.withSeed(seed);
  }

  private Scenario read() {
    String text = ReadyMade.text(name).orElse(null);
    if (text == null) {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        throw new CannotRun(
            "there is neither a file nor a ready-made scenario called %s; ready-made: %s"
                .formatted(name, String.join(", ", ReadyMade.NAMES)));
      }
      try {
        text = Files.readString(file);
      } catch (IOException e) {
        throw new CannotRun(name + " cannot be read as a text in UTF-8: " + e.getMessage(), e);
      }
    }
    return switch (ScenarioReader.read(text)) {
      case ParsedScenario.Valid(Scenario scenario) -> scenario;
      case ParsedScenario.Invalid(List<Problem> problems) -> throw new CannotRun(refusal(problems));
    };
  }

  private String refusal(List<Problem> problems) {
    String more =
        problems.size() > SHOWN_PROBLEMS
            ? "\n  and " + (problems.size() - SHOWN_PROBLEMS) + " more"
            : "";
    return problems.stream()
            .limit(SHOWN_PROBLEMS)
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", name + " is not a scenario:", ""))
        + more;
  }

  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      super(ReadyMade.NAMES);
    }
  }

  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Duration duration = ScenarioReader.duration(text);
      if (duration == null || !duration.isPositive()) {
        throw new TypeConversionException("must be a time such as 30s, 5m or 2h, not " + text);
      }
      return duration;
    }
  }
}
