package io.sockettwin.agent.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads a recording from its beginning to its end.
public final class RecordingReader implements AutoCloseable {

  private final BufferedReader in;
  private int line;

  /// @throws IOException if the file cannot be read
  public RecordingReader(Path file) throws IOException {
    this.in = Files.newBufferedReader(file);
  }

  /// The line read last, counted from 1.
  public int line() {
    return line;
  }

  /// What comes first; null if the file is empty.
  ///
  /// @throws JsonProcessingException if it is something else
  public @Nullable Header header() throws IOException {
    return next(Header.class);
  }

  /// The next step; null after the last one.
  ///
  /// @throws JsonProcessingException if it is something else
  public @Nullable Entry next() throws IOException {
    return next(Entry.class);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private <T> @Nullable T next(Class<T> type) throws IOException {
    line++;
    String text = in.readLine();
    return text == null ? null : RecordingJson.MAPPER.readValue(text, type);
  }
}
