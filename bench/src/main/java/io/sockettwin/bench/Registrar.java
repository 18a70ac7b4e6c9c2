package io.sockettwin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Registers virtual devices with the service, and remembers them in a file for the next run.
record Registrar(Path file) {
  private static final String PRODUCT = "HRDG3CKWWZ";
  private static final int AT_ONCE = 4;

  /// The first so many devices; those still missing are registered.
  List<Identity> devices(Rest rest, int count) throws Exception {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : new ArrayList<>();
    if (lines.size() < count) {
      lines = new ArrayList<>(lines);
      lines.addAll(register(rest, lines.size(), count));
    }
    return identities(lines, count);
  }

  /// The first so many devices of an earlier run.
  List<Identity> known(int count) throws IOException {
    return identities(Files.readAllLines(file), count);
  }

  private static List<Identity> identities(List<String> lines, int count) {
    return lines.stream()
        .limit(count)
        .map(line -> line.split(" "))
        .map(words -> Identity.of(PRODUCT, words[0], words[1]))
        .toList();
  }

  private List<String> register(Rest rest, int from, int to) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<String>> registered = new ArrayList<>();
      for (int i = from; i < to; i++) {
        String name = "bench-%05d".formatted(i);
        registered.add(threads.submit(() -> name + " " + rest.register(PRODUCT, name)));
      }
      List<String> lines = new ArrayList<>();
      for (Future<String> each : registered) {
        lines.add(each.get());
      }
      append(lines);
      return lines;
    }
  }

  private void append(List<String> lines) throws IOException {
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
