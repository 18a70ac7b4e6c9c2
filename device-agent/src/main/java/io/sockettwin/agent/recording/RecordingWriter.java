package io.sockettwin.agent.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a recording: its header, then a line of JSON for each step.
public final class RecordingWriter implements AutoCloseable {

  private final BufferedWriter out;

  /// @throws IOException if the file cannot be written
  public RecordingWriter(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file);
  }

  /// Before the first step.
  public void begin(Header header) throws IOException {
    line(header);
  }

  public void step(Entry entry) throws IOException {
    line(entry);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void line(Object value) throws IOException {
    out.write(RecordingJson.MAPPER.writeValueAsString(value));
    out.newLine();
  }
}
