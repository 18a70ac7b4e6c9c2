package io.sockettwin.loadsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sockettwin.loadsim.fleet.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioReaderTest {

  static final List<String> READY_MADE = ReadyMade.NAMES;

  private static Scenario read(String yaml) {
    return switch (ScenarioReader.read(yaml)) {
      case ParsedScenario.Valid(Scenario scenario) -> scenario;
      case ParsedScenario.Invalid(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static List<String> problems(String yaml) {
    return switch (ScenarioReader.read(yaml)) {
      case ParsedScenario.Valid valid -> throw new AssertionError("valid: " + valid);
      case ParsedScenario.Invalid(var problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  @ParameterizedTest
  @FieldSource("READY_MADE")
  void readsEachReadyMadeScenario(String name) {
    Scenario scenario = read(ReadyMade.text(name).orElseThrow());
    assertThat(scenario.name()).isEqualTo(name);
    assertThat(scenario.about()).isNotBlank();
    assertThat(scenario.expectations()).isNotEmpty();
  }

  @Test
  void needsNothingButAName() {
    Scenario scenario = read("name: mine");
    assertThat(scenario.sockets()).isEqualTo(50);
    assertThat(scenario.duration()).isEqualTo(Duration.ofMinutes(1));
    assertThat(scenario.makes()).hasSize(1);
  }

  @Test
  void namesTheLineOfEachProblem() {
    assertThat(
            problems(
                """
                name: bad
                sockets: many
                duration: 5 minutes
                colour: blue
                household:
                  appliances:
                    lamp: 1
                    toaster: 2
                faults:
                  - {fault: earthquake, at: 5s}
                  - {fault: delay}
                expectations:
                  - reports.gone == 0
                """))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("line 2: sockets must be a whole number"),
            it -> assertThat(it).startsWith("line 3: duration must be a time such as"),
            it -> assertThat(it).startsWith("line 4: there is no key colour here; known: "),
            it -> assertThat(it).startsWith("line 8: there is no appliance called toaster"),
            it -> assertThat(it).startsWith("line 10: fault must be one of"),
            it -> assertThat(it).startsWith("line 11: a fault comes either at a time"),
            it -> assertThat(it).startsWith("line 13: there is no fact called reports.gone"));
  }

  @Test
  void namesTheLineThatIsNoYaml() {
    assertThat(problems("name: x\nsockets: [1,\n"))
        .first()
        .asString()
        .startsWith("line 3: not YAML");
    assertThat(problems("")).containsExactly("line 1: the file is empty");
    assertThat(problems("- a\n- b\n")).first().asString().contains("keys and values");
  }

  @Test
  void refusesSharesThatAreNotAWhole() {
    assertThat(problems("name: x\nmakes:\n  - {share: 50%}\n  - {share: 40%}\n"))
        .containsExactly("line 2: the shares of all makes must add up to 100%");
  }

  @Test
  void refusesARampThatShrinks() {
    assertThat(problems("name: x\nsockets: 20\nramp:\n  - {sockets: 10}\n  - {sockets: 5}\n"))
        .containsExactly("line 5: stages must grow up to 20, not to 5");
  }

  @Test
  void refusesTimersThatAreNotDueInTheRun() {
    assertThat(problems("name: x\nduration: 30s\ntimers: {at: 30s}\n"))
        .containsExactly("line 3: the timers are due when the run is over");
    assertThat(problems("name: x\ntimers: {share: 50%}\n"))
        .containsExactly("line 2: timers need a time of the run at which they are due (at)");
  }

  @Test
  void mixesTheMakesEvenly() {
    Scenario scenario =
        read(
            """
            name: x
            sockets: 100
            makes:
              - {name: a, share: 25%}
              - {name: b, share: 75%}
            """);
    long some =
        IntStream.range(0, 40).filter(number -> scenario.make(number).name().equals("a")).count();
    assertThat(some).isBetween(8L, 12L);
  }

  /// The schema is published, the reader decides: both must know the same words.
  @Test
  void agreesWithItsSchema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(ReadyMade.schema());
    JsonNode fault = schema.at("/properties/faults/items/properties/fault/enum");
    assertThat(words((ArrayNode) fault)).isEqualTo(Faults.kinds().keySet());
    assertThat(Faults.kinds()).hasSize(Fault.Kind.values().length);
    String everything =
        """
        name: x
        nothing: 1
        makes: [{nothing: 1}]
        household: {nothing: 1}
        timers: {at: 1s, nothing: 1}
        ramp: [{sockets: 1, nothing: 1}]
        faults: [{fault: delay, at: 1s, nothing: 1}, {fault: delay, per-hour: 1, nothing: 1}]
        """;
    Set<String> known = new TreeSet<>();
    problems(everything).stream()
        .filter(it -> it.contains("known: "))
        .forEach(it -> known.addAll(List.of(it.replaceAll(".*known: ", "").split(", "))));
    Set<String> published = new TreeSet<>();
    for (String place :
        List.of(
            "",
            "/properties/makes/items",
            "/properties/household",
            "/properties/timers",
            "/properties/ramp/items",
            "/properties/faults/items")) {
      schema.at(place + "/properties").fieldNames().forEachRemaining(published::add);
    }
    assertThat(known).isEqualTo(published);
  }

  private static Set<String> words(ArrayNode array) {
    Set<String> words = new TreeSet<>();
    array.forEach(each -> words.add(each.asText()));
    return words;
  }
}
