package io.sockettwin.service;

import io.sockettwin.service.database.DatabaseCompanion;
import io.sockettwin.service.startup.Companion;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.DataFolder;
import io.sockettwin.service.startup.Preflight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ServiceLoader;

/// What the application finds when it starts: its data folder, database and broker.
final class Surroundings implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /// Prepares everything in order, or refuses and leaves nothing behind.
  synchronized void prepare() {
    try {
      List<Companion> companions = companions();
      StartConfig config = StartConfig.read(companions);
      check(config);
      DataFolder folder =
          DataFolder.open(config.values().getConfigMapping(DataConfig.class).folder());
      open.push(folder);
      for (Companion companion : companions) {
        open.push(companion.start(config.values(), folder, System::setProperty));
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /// The database first: others may want it.
  static List<Companion> companions() {
    List<Companion> companions = new ArrayList<>(List.of(new DatabaseCompanion()));
    ServiceLoader.load(Companion.class).forEach(companions::add);
    return companions;
  }

  private static void check(StartConfig config) {
    String host = config.require("quarkus.http.host", String.class);
    int port = config.require("quarkus.http.port", Integer.class);
    Preflight.requireFreePort("HTTP", host, port, "quarkus.http.port");
  }

  /// Closes in the reverse order; a failure of one does not keep the others open.
  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("Stopping SocketTwin: " + e);
      }
    }
  }
}
