package io.sockettwin.agent.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One of the two files of a store, and what was found in it.
///
/// @param end where the record with the highest sequence ends, zero if there is none
record RecordFile(Medium medium, List<StoredRecord> found, int end, long newestSequence) {

  /// Looks for records everywhere: after a torn or damaged one, and among those of an earlier
  /// round, which are older by their sequence.
  static RecordFile scan(Medium medium) throws IOException {
    byte[] bytes = medium.read();
    List<StoredRecord> found = new ArrayList<>();
    int end = 0;
    long newest = 0;
    int at = 0;
    while (at < bytes.length) {
      Optional<StoredRecord> record = StoredRecord.at(at, bytes);
      at += record.map(StoredRecord::length).orElse(1);
      if (record.isPresent()) {
        found.add(record.get());
        if (record.get().sequence() > newest) {
          newest = record.get().sequence();
          end = at;
        }
      }
    }
    return new RecordFile(medium, found, end, newest);
  }

  Map<Integer, StoredRecord> newestOfEachKind() {
    Map<Integer, StoredRecord> newest = new TreeMap<>();
    for (StoredRecord record : found) {
      newest.merge(record.kind(), record, (a, b) -> a.sequence() > b.sequence() ? a : b);
    }
    return newest;
  }
}
