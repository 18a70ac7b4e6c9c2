package io.sockettwin.service.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL's own program to start a server. Unlike the library it notices at once that a server
/// did not come up, and it leaves the library's lock on the folder alone.
final class PgCtl {

  /// Where a server writes its program and its options, each in quotation marks.
  private static final String OPTIONS_FILE = "postmaster.opts";

  private PgCtl() {}

  /// Starts the server of this folder as it was started before, and waits until it takes
  /// connections.
  ///
  /// @param limit after which the server, still at its start, is left alone
  /// @throws IOException with the reason in a sentence
  static void startAgain(Path folder, Path log, Duration limit)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // The server refuses to run as root; in a user namespace of its own nobody is.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program(folder).toString());
    command.addAll(List.of("restart", "-D", folder.toString()));
    command.addAll(List.of("-w", "-t", Long.toString(limit.toSeconds())));
    File output = log.toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(output))
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("its own words are in " + log);
    }
  }

  private static Path program(Path folder) throws IOException {
    String line = Files.readAllLines(folder.resolve(OPTIONS_FILE)).getFirst();
    int options = line.indexOf(" \"");
    Path server = Path.of(options < 0 ? line : line.substring(0, options));
    String name = server.getFileName().toString().replace("postgres", "pg_ctl");
    return server.resolveSibling(name);
  }
}
