package io.sockettwin.agent.serial;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.sockettwin.agent.linux.PseudoTerminal;
import io.sockettwin.agent.serial.SerialLine.Parity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialLineTest {

  @TempDir private Path folder;

  @Test
  void saysThatThisUserHasNoPermission() throws IOException {
    Path zip = folder.resolve("read-only.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("line"));
    }
    // The one place where root may not write either.
    try (FileSystem readOnly = FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly"))) {
      Path line = readOnly.getPath("/line");

      assertThatThrownBy(() -> SerialLine.open(line, 4_800, Parity.EVEN))
          .isInstanceOf(IOException.class)
          .hasMessage("this user has no permission");
    }
  }

  @Test
  void saysWhenItsLineIsGone() throws IOException {
    Path name = folder.resolve("line");
    PseudoTerminal terminal = PseudoTerminal.open();
    Files.createSymbolicLink(name, terminal.device());
    try (SerialLine line = SerialLine.open(name, 4_800, Parity.NONE)) {
      terminal.write(new byte[] {7});
      assertArrayEquals(new byte[] {7}, line.read());
      Files.delete(name);

      assertThatThrownBy(line::read).hasMessage("the line is gone");
    }
    terminal.close();
  }

  @Test
  void takesNothingOnceItIsClosed() throws IOException {
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      SerialLine line = SerialLine.open(terminal.device(), 4_800, Parity.NONE);
      line.close();

      assertThatThrownBy(line::read).hasMessage("the line is gone");
      assertThatThrownBy(() -> line.write(new byte[1])).isInstanceOf(IOException.class);
    }
  }
}
