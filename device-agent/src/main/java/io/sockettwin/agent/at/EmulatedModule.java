package io.sockettwin.agent.at;

import io.sockettwin.agent.linux.Descriptor;
import io.sockettwin.agent.linux.PseudoTerminal;
import io.sockettwin.wire.at.AtLine;
import io.sockettwin.wire.at.AtText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A module on a pseudo-terminal, for whoever has none: it takes the AT commands a socket needs and
/// has an MQTT session of its own. Unlike a real one it speaks MQTT without TLS.
public final class EmulatedModule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmulatedModule.class);

  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int BUFFER_BYTES = 1024;

  private final PseudoTerminal terminal;

  /// Kept open, or the line would be gone whenever no program has it open.
  private final Descriptor farEnd;

  private final ModuleCommands commands;
  private final Thread thread;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private volatile boolean stopping;

  private EmulatedModule(PseudoTerminal terminal, Descriptor farEnd, int port) {
    this.terminal = terminal;
    this.farEnd = farEnd;
    this.commands = new ModuleCommands(port, this::say);
    this.thread = Thread.ofPlatform().daemon().name("emulated-module").start(this::run);
  }

  /// Powers a module up.
  ///
  /// @param port where it connects to on the host it will be told
  public static EmulatedModule open(int port) throws IOException {
    PseudoTerminal terminal = PseudoTerminal.open();
    try {
      Descriptor farEnd =
          Descriptor.open(terminal.device().toString(), Descriptor.NO_CONTROLLING_TERMINAL);
      return new EmulatedModule(terminal, farEnd, port);
    } catch (IOException e) {
      terminal.close();
      throw e;
    }
  }

  /// Where it can be talked to.
  public Path device() {
    return terminal.device();
  }

  /// Says bytes out of turn, as a bad line does.
  void disturb(byte[] bytes) throws IOException {
    terminal.write(bytes);
  }

  private void run() {
    try {
      while (!stopping) {
        if (terminal.readable(PATIENCE)) {
          for (byte next : terminal.read(BUFFER_BYTES)) {
            take(next);
          }
        }
      }
    } catch (IOException e) {
      LOG.warn("the emulated module is gone: {}", e.getMessage());
    }
  }

  private void take(byte next) {
    int wanted = commands.dataWanted();
    if (wanted > 0) {
      pending.write(next);
      // The end of a line aborts; data themselves have none.
      if (pending.size() == wanted || next == '\n') {
        boolean whole = pending.size() == wanted;
        commands.data(whole ? AtText.unescape(text()) : "");
        pending.reset();
      }
    } else if (next != '\n') {
      if (pending.size() < LineReader.MAX_BYTES) {
        pending.write(next);
      }
    } else {
      String line = text().strip();
      pending.reset();
      if (!line.isEmpty()) {
        commands.take(line);
      }
    }
  }

  private String text() {
    return pending.toString(StandardCharsets.UTF_8);
  }

  private synchronized void say(AtLine line) {
    try {
      byte[] bytes = (line.line() + "\r\n").getBytes(StandardCharsets.UTF_8);
      if (!stopping && terminal.write(bytes) < bytes.length) {
        LOG.debug("nobody listens to the emulated module");
      }
    } catch (IOException e) {
      LOG.debug("the emulated module is not heard: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    stopping = true;
    commands.close();
    try {
      thread.join(PATIENCE.multipliedBy(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      farEnd.close();
      terminal.close();
    }
  }
}
