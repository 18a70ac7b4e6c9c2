package io.sockettwin.loadsim;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sockettwin.loadsim.live.CannotRun;
import io.sockettwin.loadsim.report.Comparison;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.report.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Two runs side by side.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Shows what has changed from one result to another.")
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BEFORE", description = "a result.json")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "another one")
  private Path after = Path.of("");

  @Override
  public Integer call() {
    System.out.print(Comparison.text(read(before), read(after)));
    return 0;
  }

  private static Result read(Path file) {
    try {
      return ResultFile.read(file);
    } catch (JsonProcessingException e) {
      throw new CannotRun(file + " is not a result of load-sim: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CannotRun(file + " cannot be read", e);
    }
  }
}
