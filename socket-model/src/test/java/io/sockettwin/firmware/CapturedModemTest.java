package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.wire.at.AtCommand;
import io.sockettwin.wire.at.AtLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The serial line between the original's network code and a modem, as captured.
class CapturedModemTest {

  private static final String FROM_DEVICE = "MCU->MOD ";
  private static final String FROM_MODEM = "MOD->MCU ";
  private static final Pattern DATA = Pattern.compile("<data ([0-9]+)> (.*)");

  private final List<String> said = new ArrayList<>();

  private final Modem modem =
      new Modem() {
        @Override
        public void command(String line) {
          said.add(line);
        }

        @Override
        public void data(String payload) {
          said.add("<data " + payload.length() + "> " + payload);
        }
      };

  @Test
  void saysFromPowerUpToItsFirstReportWhatTheRealOneSaid() {
    Globals globals = new Globals();
    globals.uploadEnabled = true;
    globals.reading = FloatReading.NONE.withVoltage(220.1f);
    DeviceInfo device = new DeviceInfo("HRDG3CKWWZ", "socket001", "AAECAwQFBgcICQoLDA0ODw==");
    CloudTask task = CloudTask.powerUp(device, globals);
    long now = 0;
    int compared = 0;
    for (String entry : lines()) {
      if (entry.startsWith(FROM_DEVICE)) {
        String expected = entry.substring(FROM_DEVICE.length());
        while (said.isEmpty()) {
          now = Math.max(now, task.until());
          task.resume(now, modem);
        }
        assertThat(said.removeFirst()).isEqualTo(expected);
        compared++;
        if (expected.contains("\\\"report\\\"")) {
          break;
        }
      } else {
        for (String line : entry.substring(FROM_MODEM.length()).split("\\\\r\\\\n", -1)) {
          task.line(line, now, modem);
        }
      }
    }
    assertThat(compared).isEqualTo(32);
    // What waited in the cloud was done.
    assertThat(globals.powerSwitch).isEqualTo(1);
  }

  @Test
  void readsEverythingBothSidesSaid() {
    int commands = 0;
    int messages = 0;
    for (String entry : lines()) {
      String text = entry.substring(FROM_DEVICE.length());
      Matcher data = DATA.matcher(text);
      if (entry.startsWith(FROM_MODEM)) {
        for (String line : text.split("\\\\r\\\\n", -1)) {
          assertThat(AtLine.parse(line).line()).isEqualTo(line);
          messages += AtLine.parse(line) instanceof AtLine.Received ? 1 : 0;
          boolean news = line.startsWith("+TC");
          assertThat(news && AtLine.parse(line) instanceof AtLine.Other).as(line).isFalse();
        }
      } else if (data.matches()) {
        assertThat(data.group(2)).hasSize(Integer.parseInt(data.group(1)));
      } else {
        AtCommand command = AtCommand.parse(text).orElseThrow(() -> new AssertionError(text));
        // The reply to a control escapes its last brace too, which nobody has to.
        assertThat(command.line()).isEqualTo(text.replace("\\}", "}"));
        commands++;
      }
    }
    assertThat(commands).isGreaterThan(50);
    assertThat(messages).isGreaterThan(15);
  }

  private static List<String> lines() {
    try (InputStream in =
        CapturedModemTest.class.getResourceAsStream("/captures/socket-firmware-at.txt")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .filter(line -> line.startsWith(FROM_DEVICE) || line.startsWith(FROM_MODEM))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
