package io.sockettwin.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Recordings, one JSON object a line, from `-Dvectors.dir` or the project's own copy.
public final class Vectors {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Vectors() {}

  public static List<JsonNode> of(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(Vectors::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read vectors " + file, e);
    }
  }

  private static InputStream open(String file) throws IOException {
    String folder = System.getProperty("vectors.dir");
    if (folder != null) {
      return Files.newInputStream(Path.of(folder, file));
    }
    InputStream own = Vectors.class.getResourceAsStream("/vectors/" + file);
    if (own == null) {
      throw new IOException("no such resource");
    }
    return own;
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
