package io.sockettwin.service.commandline;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What the program does instead of serving when its first argument says so.
@Command(
    name = "sockettwin",
    mixinStandardHelpOptions = true,
    subcommands = ProductionCommand.class,
    description = "Without a command: runs the service.")
public final class Commands {
  private static final Set<String> NAMES = Set.of("production", "--help", "-h");

  private Commands() {}

  /// Whether these arguments are a command.
  public static boolean isOne(String[] args) {
    return args.length > 0 && NAMES.contains(args[0]);
  }

  /// Carries the command out.
  ///
  /// @return the exit code: 0 done, 1 refused or out of reach, 2 not understood
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Commands())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (!(failure instanceof CommandFailed)) {
            throw failure;
          }
          err.println(failure.getMessage());
          err.flush();
          return CommandLine.ExitCode.SOFTWARE;
        })
        .execute(args);
  }
}
