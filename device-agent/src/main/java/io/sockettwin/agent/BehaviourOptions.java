package io.sockettwin.agent;

import io.sockettwin.socket.Handling;
import io.sockettwin.socket.RestorePolicy;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import io.sockettwin.socket.SocketSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the socket behaves, where one may want it otherwise.
public final class BehaviourOptions {

  /// Somebody has to find the page and copy a secret into it.
  private static final Duration PAIRING_TIME = Duration.ofMinutes(5);

  /// A schedule with plenty of comments.
  private static final long MAX_FILE_BYTES = 16_384;

  @Option(
      names = "--restore",
      paramLabel = "POLICY",
      defaultValue = "${env:SOCKETTWIN_RESTORE:-OFF}",
      description = "the load after a power failure: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private RestorePolicy restore = RestorePolicy.OFF;

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      defaultValue = "${env:SOCKETTWIN_SCHEDULE}",
      description = {
        "weekly timers to begin with at each start, in the place of those that were kept:",
        "a time zone, then lines like: mon-fri 06:30 on"
      })
  private @Nullable Path schedule;

  @Option(
      names = "--cloud-schedule",
      defaultValue = "${env:SOCKETTWIN_CLOUD_SCHEDULE:-false}",
      description = "the data template has the text property schedule: tell the timers and obey it")
  private boolean cloudSchedule;

  SocketSettings settings() {
    return SocketSettings.DEFAULT.with(
        Handling.DEFAULT
            .withProvisioningWindow(PAIRING_TIME)
            .withRestore(restore)
            .withTellsSchedule(cloudSchedule));
  }

  /// The timers of the file, if there is one.
  ///
  /// @throws IOException with a sentence that names the option
  Optional<Schedule> schedule() throws IOException {
    Path file = schedule;
    if (file == null) {
      return Optional.empty();
    }
    String option = "--schedule " + file + ": ";
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new IOException(option + "it has more than " + MAX_FILE_BYTES + " bytes");
      }
      return switch (ScheduleText.read(Files.readString(file))) {
        case ScheduleText.Understood(Schedule read) -> Optional.of(read);
        case ScheduleText.Misfit(String sentence) -> throw new IOException(option + sentence);
      };
    } catch (java.nio.file.FileSystemException e) {
      throw new IOException(option + "it cannot be read", e);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IOException(option + "it is no text in UTF-8", e);
    }
  }
}
