package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.check.Expectation;
import io.sockettwin.loadsim.fleet.Fault;
import io.sockettwin.loadsim.fleet.Make;
import io.sockettwin.loadsim.time.Ramp;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads a scenario file. Its form is published as `scenario.schema.json`.
public final class ScenarioReader {

  /// A scenario is a page of text.
  static final int MAX_CHARACTERS = 100_000;

  /// More than any machine carries; the limit of descriptors is checked when a run begins.
  public static final int MAX_SOCKETS = 1_000_000;

  private static final Map<String, Boolean> ALARMS =
      new TreeMap<>(Map.of("none", false, "webhook", true));
  private static final Duration ZERO = Duration.ZERO;
  private static final Duration LONGEST_RUN = Duration.ofDays(400);

  private final List<Problem> problems = new ArrayList<>();

  private ScenarioReader() {}

  public static ParsedScenario read(String yaml) {
    ScenarioReader reader = new ScenarioReader();
    Scenario scenario = reader.scenario(yaml);
    if (scenario == null || !reader.problems.isEmpty()) {
      reader.problems.sort(Comparator.comparingInt(Problem::line));
      return new ParsedScenario.Invalid(reader.problems);
    }
    return new ParsedScenario.Valid(scenario);
  }

  /// A time as scenarios spell it, such as 30s; null if it is none.
  public static @Nullable Duration duration(String text) {
    return Section.durationOf(text);
  }

  private @Nullable Scenario scenario(String yaml) {
    if (yaml.length() > MAX_CHARACTERS) {
      problems.add(new Problem(1, "longer than " + MAX_CHARACTERS + " characters"));
      return null;
    }
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(new Problem(line, "not YAML: " + e.getProblem()));
      return null;
    } catch (YAMLException e) {
      problems.add(new Problem(1, "not YAML: " + e.getMessage()));
      return null;
    }
    if (root == null) {
      problems.add(new Problem(1, "the file is empty"));
      return null;
    }
    Section section = new Section(root, problems);
    Scenario scenario = scenario(section);
    if (!scenario.seesItsTimers()) {
      section.problem("timers", "the timers are due when the run is over");
    }
    section.end();
    return scenario;
  }

  private Scenario scenario(Section in) {
    int sockets = (int) in.whole("sockets", 1, MAX_SOCKETS, 50);
    return new Scenario(
        in.text("name"),
        in.text("about", ""),
        in.whole("seed", 0, Long.MAX_VALUE, 1),
        sockets,
        in.duration("duration", Duration.ofSeconds(1), LONGEST_RUN, Duration.ofMinutes(1)),
        in.duration("settle", ZERO, Duration.ofHours(1), Duration.ofSeconds(30)),
        in.number("connects-per-second", 100_000, 200),
        ramp(in, sockets),
        in.number("controls-per-second", 100_000, 0),
        in.oneOf("alarms", ALARMS, false),
        timers(in),
        in.duration(
            "late-after", Duration.ofMillis(1), Duration.ofMinutes(10), Duration.ofSeconds(5)),
        makes(in),
        Households.read(in.section("household"), problems),
        faults(in),
        expectations(in));
  }

  private @Nullable DueTimers timers(Section in) {
    Section timers = in.section("timers");
    if (timers == null) {
      return null;
    }
    Duration at = timers.duration("at", ZERO, LONGEST_RUN, Duration.ofSeconds(30));
    DueTimers due = new DueTimers(at, timers.share("share", 1));
    if (!timers.has("at")) {
      timers.problem("at", "timers need a time of the run at which they are due (at)");
    }
    timers.end();
    return due;
  }

  private @Nullable Ramp ramp(Section in, int sockets) {
    List<Ramp.Stage> stages = new ArrayList<>();
    int before = 0;
    for (Node node : in.list("ramp")) {
      Section stage = new Section(node, problems);
      int upTo = (int) stage.whole("sockets", 1, MAX_SOCKETS, 1);
      Duration over = stage.duration("over", ZERO, LONGEST_RUN, ZERO);
      if (upTo < before || upTo > sockets) {
        stage.problem("sockets", "stages must grow up to " + sockets + ", not to " + upTo);
      }
      before = upTo;
      stages.add(new Ramp.Stage(upTo, over));
      stage.end();
    }
    return stages.isEmpty() ? null : new Ramp(stages);
  }

  private List<Make> makes(Section in) {
    List<Make> makes = new ArrayList<>();
    for (Node node : in.list("makes")) {
      makes.add(Makes.read(new Section(node, problems)));
    }
    if (makes.isEmpty()) {
      return List.of(Makes.usual());
    }
    double sum = makes.stream().mapToDouble(Make::share).sum();
    if (Math.abs(sum - 1) > 0.001) {
      in.problem("makes", "the shares of all makes must add up to 100%");
    }
    return makes;
  }

  private List<Fault> faults(Section in) {
    List<Fault> faults = new ArrayList<>();
    for (Node node : in.list("faults")) {
      faults.add(Faults.read(new Section(node, problems)));
    }
    return faults;
  }

  private List<Expectation> expectations(Section in) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : in.list("expectations")) {
      String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
      switch (Expectation.parse(text)) {
        case Expectation.Parsed.Valid(Expectation expectation) -> expectations.add(expectation);
        case Expectation.Parsed.Invalid(String sentence) ->
            problems.add(new Problem(Section.lineOf(node), sentence));
      }
    }
    return expectations;
  }
}
