package io.sockettwin.service.commandline;

import io.sockettwin.service.backup.Backup;
import io.sockettwin.service.backup.Installation;
import io.sockettwin.service.backup.Outcome;
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

/// Saves everything, from a shell or a schedule.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes all there is into one file, while the service runs or not.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class BackupCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file to be made, as backup-2026-11-25.zip")
  Path file;

  @Option(
      names = "--without-keys",
      description = "Leaves the keys out; without seal-key nobody can restore devices' secrets.")
  boolean withoutKeys;

  @Override
  public Integer call() throws SQLException, IOException {
    Outcome saved;
    try (Installation installation = Installation.running()) {
      saved = new NewFile(file).write(part -> Backup.write(installation, part, !withoutKeys));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %d rows of %d tables, schema version %s%n",
        file, saved.rows(), saved.tables(), saved.schemaVersion());
    out.println(
        saved.keys()
            ? "It holds the seal key: whoever reads this file can pretend to be any device. Keep it as you keep passwords."
            : "It holds no seal key: keep the key elsewhere, or devices' secrets are lost with this machine.");
    out.flush();
    return ExitCode.OK;
  }
}
