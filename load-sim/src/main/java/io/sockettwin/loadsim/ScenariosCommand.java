package io.sockettwin.loadsim;

import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.ReadyMade;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The scenarios that come with the program.
@Command(
    name = "scenarios",
    mixinStandardHelpOptions = true,
    description = "Lists the scenarios that come with the program, or shows one to begin from.")
final class ScenariosCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "the one to show")
  private @Nullable String name;

  @Option(names = "--schema", description = "shows the JSON Schema of scenario files")
  private boolean schema;

  @Override
  public Integer call() {
    if (schema) {
      System.out.print(ReadyMade.schema());
      return 0;
    }
    if (name != null) {
      return show(name);
    }
    for (String each : ReadyMade.NAMES) {
      String text = ReadyMade.text(each).orElseThrow();
      if (ScenarioReader.read(text) instanceof ParsedScenario.Valid(var scenario)) {
        System.out.printf("  %-22s %s%n", each, scenario.about());
      }
    }
    return 0;
  }

  private static int show(String wanted) {
    String text = ReadyMade.text(wanted).orElse(null);
    if (text == null) {
      System.err.println("load-sim: there is no ready-made scenario called " + wanted);
      return Main.COULD_NOT_RUN;
    }
    System.out.print(text);
    return 0;
  }
}
