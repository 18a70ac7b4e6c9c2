package io.sockettwin.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The energy total on disk: two files that are appended to in turn.
///
/// Each record carries a sequence number and a checksum, so the newest whole one is found again
/// whatever a loss of power left behind. A full file is never emptied before the other has the
/// total.
///
/// Owned by one thread.
public final class EnergyStore implements AutoCloseable {

  /// Some 1.3 MB a file, written through about once in a month of full load.
  static final int RECORDS_PER_FILE = 65_536;

  private final List<EnergyFile> files;
  private final int recordsPerFile;
  private EnergyFile current;
  private EnergyRecord last;

  private EnergyStore(List<EnergyFile> files, int recordsPerFile) {
    this.files = files;
    this.recordsPerFile = recordsPerFile;
    this.current = files.getFirst();
    this.last = EnergyRecord.NONE;
    for (EnergyFile file : files) {
      if (file.newest().sequence() > last.sequence()) {
        current = file;
        last = file.newest();
      }
    }
  }

  /// Opens the store of a folder, which is made if it is not there.
  public static EnergyStore open(Path folder) throws IOException {
    return open(folder, RECORDS_PER_FILE);
  }

  static EnergyStore open(Path folder, int recordsPerFile) throws IOException {
    Files.createDirectories(folder);
    EnergyFile first = EnergyFile.open(folder.resolve("energy-a.log"));
    try {
      EnergyFile second = EnergyFile.open(folder.resolve("energy-b.log"));
      return new EnergyStore(List.of(first, second), recordsPerFile);
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  /// What was stored last; zero in a new store.
  public long milliwattHours() {
    return last.milliwattHours();
  }

  /// Stores a total; it is on the disk when this returns.
  public void store(long milliwattHours) throws IOException {
    EnergyRecord next = new EnergyRecord(last.sequence() + 1, milliwattHours);
    EnergyFile target = current;
    if (current.records() >= recordsPerFile) {
      target = current == files.getFirst() ? files.getLast() : files.getFirst();
      target.clear();
    }
    target.append(next);
    current = target;
    last = next;
  }

  @Override
  public void close() {
    try {
      for (EnergyFile file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
