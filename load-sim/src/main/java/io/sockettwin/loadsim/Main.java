package io.sockettwin.loadsim;

import io.sockettwin.loadsim.live.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The program: fleets of virtual sockets, in real or virtual time.
@Command(
    name = "load-sim",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    sortOptions = false,
    subcommands = {
      RunCommand.class,
      WarpCommand.class,
      ReplayCommand.class,
      ScenariosCommand.class,
      CompareCommand.class
    },
    description = {
      "Thousands of virtual sockets, each with the logic of a real one, that load a",
      "service and check at the end whether it got everything right."
    },
    footer = {
      "",
      "Exit codes: 0 all expectations fulfilled, 1 not all of them, 2 could not run,",
      "3 the generator itself was the bottleneck.",
      "",
      "Try it with a service of its own, from the folder of the sources:",
      "  load-sim run quickstart \\",
      "    --start twin-service/target/quarkus-app/twin-service-run.jar"
    })
public final class Main implements Callable<Integer> {

  static final int COULD_NOT_RUN = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    setUnlessGiven("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    // JDKs from 24 on warn of it, and the buffers are few and small.
    setUnlessGiven("io.netty.noUnsafe", "true");
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, _) -> {
          String sentence = sentence(failure);
          if (sentence == null) {
            throw failure;
          }
          line.getErr().println("load-sim: " + sentence);
          return COULD_NOT_RUN;
        });
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(System.out);
    return COULD_NOT_RUN;
  }

  /// What to tell of a failure that is not ours; null for a fault of the program.
  private static @Nullable String sentence(Exception failure) {
    return switch (failure) {
      case CannotRun known -> known.getMessage();
      case UncheckedIOException disk -> disk.getMessage();
      case IOException disk -> String.valueOf(disk.getMessage());
      default -> null;
    };
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"load-sim " + (version == null ? "(not packaged)" : version)};
    }
  }
}
