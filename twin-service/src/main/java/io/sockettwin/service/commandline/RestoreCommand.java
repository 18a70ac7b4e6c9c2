package io.sockettwin.service.commandline;

import io.sockettwin.service.backup.Installation;
import io.sockettwin.service.backup.Outcome;
import io.sockettwin.service.backup.Restoration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings back what a backup holds.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a new installation of a backup, while the service is stopped.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RestoreCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "What backup wrote")
  Path file;

  @Option(names = "--replace", description = "Deletes what is there before.")
  boolean replace;

  @Override
  public Integer call() throws SQLException, IOException {
    Outcome restored;
    try (Installation installation = Installation.stopped()) {
      restored = Restoration.run(file, installation, replace);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Restored %d rows of %d tables as they were at %s. Start the service.%n",
        restored.rows(), restored.tables(), restored.takenAt());
    out.flush();
    return ExitCode.OK;
  }
}
