package io.sockettwin.loadsim.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sockettwin.agent.recording.Entry;
import io.sockettwin.agent.recording.Header;
import io.sockettwin.agent.recording.RecordingReader;
import io.sockettwin.loadsim.fleet.Machine;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.thing.DeviceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Plays a recording to the machine of today and compares what it wants done with what was wanted
/// then.
public final class Replay {

  /// What came of it.
  public sealed interface Outcome {

    /// All steps led to the same.
    record Same(String device, int steps) implements Outcome {}

    /// The first step that did not.
    record Different(int line, String at, String input, String recorded, String now)
        implements Outcome {}

    /// It is not a recording.
    record Unreadable(int line, String sentence) implements Outcome {}
  }

  private Replay() {}

  /// Plays a file.
  ///
  /// @throws IOException if the file cannot be read
  public static Outcome play(Path file) throws IOException {
    try (RecordingReader in = new RecordingReader(file)) {
      try {
        return play(in);
      } catch (JsonProcessingException e) {
        return new Outcome.Unreadable(in.line(), e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        return new Outcome.Unreadable(in.line(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static Outcome play(RecordingReader in) throws IOException {
    Header header = in.header();
    if (header == null) {
      return new Outcome.Unreadable(in.line(), "the file is empty");
    }
    if (header.version() != Header.VERSION) {
      return new Outcome.Unreadable(in.line(), "a recording of version " + header.version());
    }
    DeviceKey device = new DeviceKey(header.product(), header.device());
    Machine machine = Machine.of(header.firmware(), new Socket(header.settings()), device);
    int steps = 0;
    for (Entry entry = in.next(); entry != null; entry = in.next()) {
      List<SocketEffect> now = machine.advance(entry.input(), entry.at());
      steps++;
      if (!now.equals(entry.effects())) {
        return new Outcome.Different(
            in.line(),
            entry.at().toString(),
            entry.input().toString(),
            entry.effects().toString(),
            now.toString());
      }
    }
    return new Outcome.Same(device.toString(), steps);
  }
}
