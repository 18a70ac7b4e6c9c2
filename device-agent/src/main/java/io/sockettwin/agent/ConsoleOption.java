package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether somebody types.
public final class ConsoleOption {

  @Option(
      names = "--console",
      negatable = true,
      description = "obey typed commands (default: if run in a terminal)")
  private @Nullable Boolean console;

  /// Obeys what is typed. Gives true when it was to quit, false when nobody types any more.
  boolean quits(Agent agent, EmulatedSocket plant) {
    if (!isWanted()) {
      return false;
    }
    Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    try {
      return new Console(agent, plant, System.out)
          .run(new BufferedReader(new InputStreamReader(System.in, charset)));
    } catch (IOException e) {
      // Without a keyboard the socket goes on.
      return false;
    }
  }

  // Its documentation still allows null, though today's JDKs always have one.
  @SuppressWarnings("SystemConsoleNull")
  private boolean isWanted() {
    if (console != null) {
      return console;
    }
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }
}
