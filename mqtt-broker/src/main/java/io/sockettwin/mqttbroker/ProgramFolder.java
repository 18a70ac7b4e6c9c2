package io.sockettwin.mqttbroker;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Unpacks the broker's jars, which travel as one resource, once per content.
///
/// They are written beside and then renamed, so a folder with the final name is complete: neither a
/// crash nor two processes that start at once can spoil it.
final class ProgramFolder {

  private static final String BUNDLE = "broker.zip";
  private static final int NAME_LENGTH = 16;

  private ProgramFolder() {}

  /// The jars, unpacked now or before.
  static URL[] unpackedBelow(Path folder) throws IOException {
    Path program = folder.resolve("hivemq-" + checksum().substring(0, NAME_LENGTH));
    if (!Files.isDirectory(program)) {
      Files.createDirectories(folder);
      Path draft = Files.createTempDirectory(folder, "unpacking-");
      try {
        unpackInto(draft);
        putInPlace(draft, program);
      } finally {
        delete(draft);
      }
    }
    try (Stream<Path> jars = Files.list(program)) {
      return jars.sorted().map(ProgramFolder::url).toArray(URL[]::new);
    }
  }

  private static String checksum() throws IOException {
    try (InputStream checksum = resource(BUNDLE + ".sha256")) {
      return new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = ProgramFolder.class.getResourceAsStream(name);
    if (resource == null) {
      throw new FileNotFoundException(name + " is missing: build the module mqtt-broker");
    }
    return resource;
  }

  private static void unpackInto(Path draft) throws IOException {
    try (var zip = new ZipInputStream(resource(BUNDLE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path jar = draft.resolve(entry.getName());
        Files.copy(zip, jar);
        try (var written = FileChannel.open(jar, StandardOpenOption.WRITE)) {
          written.force(true);
        }
      }
    }
  }

  private static void putInPlace(Path draft, Path program) throws IOException {
    try {
      Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process may have been first; its copy is as good.
      if (!Files.isDirectory(program)) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(jar.toString(), e);
    }
  }
}
