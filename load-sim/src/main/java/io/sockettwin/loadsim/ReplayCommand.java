package io.sockettwin.loadsim;

import io.sockettwin.loadsim.live.CannotRun;
import io.sockettwin.loadsim.recording.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A recording, played again.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Plays a recorded socket again and tells whether it still does the same.")
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RECORDING", description = "a file of load-sim run --record")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new CannotRun(file + " cannot be read");
    }
    return switch (Replay.play(file)) {
      case Replay.Outcome.Same(String device, int steps) -> {
        System.out.printf("%s: %d steps, all the same.%n", device, steps);
        yield 0;
      }
      case Replay.Outcome.Different(int line, String at, String input, String then, String now) -> {
        System.out.printf(
            "Line %d, %s: %s%n  recorded: %s%n  now:      %s%n", line, at, input, then, now);
        yield 1;
      }
      case Replay.Outcome.Unreadable(int line, String sentence) ->
          throw new CannotRun("%s is not a recording: line %d: %s".formatted(file, line, sentence));
    };
  }
}
