package io.sockettwin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What a process and its children have used so far, as Linux tells it.
///
/// @param cpuSeconds user and system time, of children that have ended too
/// @param residentBytes without what it shares with other processes counted twice
record Usage(double cpuSeconds, long residentBytes) {
  /// USER_HZ, which is 100 on every Linux that Java runs on.
  private static final double TICKS_PER_SECOND = 100;

  static final Usage NONE = new Usage(0, 0);

  static Usage of(ProcessHandle process) {
    Usage own = read(process.pid(), true);
    return process.children().map(child -> read(child.pid(), false)).reduce(own, Usage::plus);
  }

  /// Without children.
  static Usage alone(ProcessHandle process) {
    return read(process.pid(), false);
  }

  private Usage plus(Usage other) {
    return new Usage(cpuSeconds + other.cpuSeconds, residentBytes + other.residentBytes);
  }

  Usage minus(Usage earlier) {
    return new Usage(cpuSeconds - earlier.cpuSeconds, residentBytes - earlier.residentBytes);
  }

  private static Usage read(long pid, boolean withEndedChildren) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in parentheses may contain anything; user time is field 14 of proc(5).
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      if (withEndedChildren) {
        ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
      }
      return new Usage(ticks / TICKS_PER_SECOND, proportionalBytes(pid));
    } catch (NoSuchFileException e) {
      return NONE; // it ended meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long proportionalBytes(long pid) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
    return lines.stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }
}
