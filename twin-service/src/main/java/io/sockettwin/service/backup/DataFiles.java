package io.sockettwin.service.backup;

import io.sockettwin.service.startup.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the data folder holds besides the database and what can be made anew: keys, every one.
record DataFiles(Path folder) {
  static final String SEAL_KEY = "seal-key";
  static final List<String> NAMES = List.of(SEAL_KEY, "access-key", "demo-device.txt");

  /// Enough of a hash to tell keys of 256 bits apart, and no help in finding one.
  private static final int FINGERPRINT_DIGITS = 16;

  private static final String UNFINISHED = ".restored";

  /// Those that are there, by name.
  Map<String, String> read() {
    Map<String, String> files = new LinkedHashMap<>();
    NAMES.forEach(name -> read(name).ifPresent(content -> files.put(name, content)));
    return files;
  }

  Optional<String> read(String name) {
    return new SecretFile(folder.resolve(name)).read();
  }

  static String fingerprint(String key) {
    return Measure.hash(key.strip().getBytes(StandardCharsets.UTF_8))
        .substring(0, FINGERPRINT_DIGITS);
  }

  /// Writes them under other names: what fails for want of space fails before anything is changed.
  void prepare(Map<String, String> files) {
    files.forEach((name, content) -> unfinished(name).write(content));
  }

  void putInPlace(Map<String, String> files) throws IOException {
    for (String name : files.keySet()) {
      Files.move(
          unfinished(name).path(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void giveUp() throws IOException {
    for (String name : NAMES) {
      Files.deleteIfExists(unfinished(name).path());
    }
  }

  private SecretFile unfinished(String name) {
    return new SecretFile(folder.resolve(name + UNFINISHED));
  }
}
