package io.sockettwin.service.commandline;

import io.sockettwin.service.backup.ArchiveRefused;
import io.sockettwin.service.startup.StartupRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What the program does instead of serving when its first argument says so.
@Command(
    name = "sockettwin",
    mixinStandardHelpOptions = true,
    subcommands = {BackupCommand.class, RestoreCommand.class, ProductionCommand.class},
    description = "Without a command: runs the service.")
public final class Commands {
  private static final Set<String> NAMES =
      Set.of("backup", "restore", "production", "--help", "-h");

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
          err.println(sentence(failure));
          err.flush();
          return CommandLine.ExitCode.SOFTWARE;
        })
        .execute(args);
  }

  /// What the operator can mend; anything else is our own fault and thrown on.
  private static @Nullable String sentence(Exception failure) throws Exception {
    return switch (failure) {
      case CommandFailed e -> e.getMessage();
      case StartupRefused e -> e.getMessage();
      case ArchiveRefused e -> e.getMessage();
      case SQLException e -> "The database failed: " + e.getMessage();
      case FlywayException e -> "The database cannot be migrated: " + e.getMessage();
      case IOException e -> "A file cannot be read or written: " + e.getMessage();
      default -> throw failure;
    };
  }
}
