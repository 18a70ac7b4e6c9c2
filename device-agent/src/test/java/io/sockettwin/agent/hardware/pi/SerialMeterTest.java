package io.sockettwin.agent.hardware.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.linux.PseudoTerminal;
import io.sockettwin.agent.serial.SerialLine.Parity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The serial driver on a pseudo-terminal.
class SerialMeterTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

  @Test
  void hearsEveryByteWhateverItIs() throws IOException {
    byte[] all = new byte[4 * 256];
    new Random(1).nextBytes(all);
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    try (PseudoTerminal line = PseudoTerminal.open();
        SerialMeter meter = SerialMeter.open(line.device(), Parity.NONE)) {
      meter.start(heard::writeBytes);
      int sent = 0;
      while (sent < all.length) {
        sent += line.write(java.util.Arrays.copyOfRange(all, sent, all.length));
      }
      await().until(() -> heard.size() == all.length);
      assertThat(heard.toByteArray()).isEqualTo(all);
      assertThat(line.read(256)).as("nothing is echoed to the meter").isEmpty();
    }
  }

  @Test
  void hearsAnAdapterAgainThatWasUnpluggedAndPluggedIn() throws IOException {
    Path name = folder.resolve("meter");
    PseudoTerminal first = PseudoTerminal.open();
    Files.createSymbolicLink(name, first.device());
    try (SerialMeter meter = SerialMeter.open(name, Parity.NONE)) {
      meter.start(heard::writeBytes);
      say(first, "before");
      await().until(() -> heard.toString(StandardCharsets.US_ASCII).equals("before"));

      Files.delete(name);
      first.close();
      try (PseudoTerminal second = PseudoTerminal.open()) {
        Files.createSymbolicLink(name, second.device());
        await()
            .until(() -> {
              say(second, "after");
              return heard.toString(StandardCharsets.US_ASCII).endsWith("after");
            });
      }
    }
  }

  @Test
  void opensALineASecondTime() throws IOException {
    try (PseudoTerminal line = PseudoTerminal.open()) {
      for (int time = 1; time <= 3; time++) {
        heard.reset();
        try (SerialMeter meter = SerialMeter.open(line.device(), Parity.NONE)) {
          meter.start(heard::writeBytes);
          say(line, "x");
          await().until(() -> heard.size() == 1);
        }
      }
    }
  }

  @Test
  void saysWhatIsWrongWithALine() throws IOException {
    assertThatThrownBy(() -> SerialMeter.open(folder.resolve("nothing"), Parity.EVEN))
        .isInstanceOf(IOException.class)
        .hasMessage("it does not exist");
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThatThrownBy(() -> SerialMeter.open(file, Parity.EVEN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no serial line");
  }

  private static void say(PseudoTerminal line, String text) throws IOException {
    line.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
