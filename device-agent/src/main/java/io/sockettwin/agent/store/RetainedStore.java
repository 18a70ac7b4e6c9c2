package io.sockettwin.agent.store;

import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Retained;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a socket keeps, on disk: two files that are appended to in turn.
///
/// Each record has a sequence number and a checksum, so the newest whole one of each kind is found
/// again whatever a loss of power left behind. The file being appended to always holds the newest
/// of every kind, so the other may be overwritten, which begins with all of them. Kinds of a later
/// version are carried along unread.
///
/// Owned by one thread.
public final class RetainedStore implements AutoCloseable {

  /// About 42 000 totals: a day and a half of full load before the other file's turn.
  static final int FILE_BYTES = 1 << 20;

  /// So that all kinds together fit into a file more than once.
  static final int PAYLOAD_FRACTION = 16;

  private static final Logger LOG = LoggerFactory.getLogger(RetainedStore.class);

  private final List<Medium> files;
  private final Map<Integer, byte[]> newest = new TreeMap<>();
  private int current;
  private int position;
  private long sequence;

  private RetainedStore(Medium first, Medium second) throws IOException {
    files = List.of(first, second);
    RecordFile one = RecordFile.scan(first);
    RecordFile other = RecordFile.scan(second);
    boolean secondIsLatest = other.newestSequence() > one.newestSequence();
    current = secondIsLatest ? 1 : 0;
    RecordFile latest = secondIsLatest ? other : one;
    RecordFile earlier = secondIsLatest ? one : other;
    position = latest.end();
    sequence = latest.newestSequence();
    Map<Integer, StoredRecord> here = latest.newestOfEachKind();
    Map<Integer, byte[]> stranded = new TreeMap<>();
    here.forEach((kind, record) -> newest.put(kind, record.payload()));
    earlier
        .newestOfEachKind()
        .forEach((kind, record) -> {
          StoredRecord rival = here.get(kind);
          if (rival == null || rival.sequence() < record.sequence()) {
            stranded.put(kind, record.payload());
          }
        });
    if (!stranded.isEmpty()) {
      // The power went in the middle of a change of files.
      newest.putAll(stranded);
      append(stranded);
    }
  }

  /// Opens the store of a folder, which is made if it is not there.
  public static RetainedStore open(Path folder) throws IOException {
    return open(folder, FILE_BYTES);
  }

  static RetainedStore open(Path folder, int fileBytes) throws IOException {
    Files.createDirectories(folder);
    Medium first = FileMedium.open(folder.resolve("retained-a.log"), fileBytes);
    try {
      return open(first, FileMedium.open(folder.resolve("retained-b.log"), fileBytes));
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  static RetainedStore open(Medium first, Medium second) throws IOException {
    return new RetainedStore(first, second);
  }

  /// What was stored last; nothing in a new store.
  public Retained retained() {
    long energy = payload(KeptCodec.ENERGY).flatMap(KeptCodec::energy).orElse(0L);
    Optional<byte[]> memory = payload(KeptCodec.MEMORY);
    Optional<Memory> decoded = memory.flatMap(MemoryCodec::decode);
    if (memory.isPresent() && decoded.isEmpty()) {
      LOG.warn("what the socket remembered was written by another version and is not understood");
    }
    return new Retained(energy, decoded.orElse(Memory.NOTHING));
  }

  /// Stores things, of which no two are of a kind; they are on the disk when this returns.
  public void store(Collection<Kept> things) throws IOException {
    Map<Integer, byte[]> payloads = new TreeMap<>();
    for (Kept kept : things) {
      byte[] payload = KeptCodec.payload(kept);
      if (payload.length > files.get(current).size() / PAYLOAD_FRACTION) {
        throw new IllegalArgumentException("too much to keep: " + payload.length + " bytes");
      }
      payloads.put(KeptCodec.kind(kept), payload);
    }
    append(payloads);
  }

  /// Overwrites everything. Whenever the power goes, either all is there again or nothing.
  public void eraseAll() throws IOException {
    Map<Integer, byte[]> nothing = new TreeMap<>();
    newest.keySet().forEach(kind -> nothing.put(kind, new byte[0]));
    append(nothing);
    // The last to go are the records that say so.
    int start = position - length(nothing);
    Medium last = files.get(current);
    Medium other = files.get(1 - current);
    zero(other, 0, other.size());
    zero(last, 0, start);
    zero(last, position, last.size());
    zero(last, start, position);
    newest.clear();
    position = 0;
  }

  private static void zero(Medium medium, int from, int to) throws IOException {
    medium.write(from, new byte[to - from]);
  }

  private void append(Map<Integer, byte[]> payloads) throws IOException {
    Map<Integer, byte[]> batch = payloads;
    int target = current;
    int at = position;
    if (at + length(batch) > files.get(target).size()) {
      batch = new TreeMap<>(newest);
      batch.putAll(payloads);
      target = 1 - current;
      at = 0;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length(batch));
    for (Map.Entry<Integer, byte[]> entry : batch.entrySet()) {
      // A number is not used again even if the write fails: part of it may be on the disk.
      sequence++;
      bytes.put(new StoredRecord(entry.getKey(), sequence, entry.getValue()).bytes());
    }
    files.get(target).write(at, bytes.array());
    current = target;
    position = at + bytes.capacity();
    newest.putAll(payloads);
  }

  private static int length(Map<Integer, byte[]> payloads) {
    return payloads.values().stream().mapToInt(p -> StoredRecord.OVERHEAD + p.length).sum();
  }

  private Optional<byte[]> payload(int kind) {
    byte[] payload = newest.get(kind);
    return payload == null || payload.length == 0 ? Optional.empty() : Optional.of(payload);
  }

  @Override
  public void close() throws IOException {
    for (Medium file : files) {
      file.close();
    }
  }
}
