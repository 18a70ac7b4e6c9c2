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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

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

  /// A test for each recording of a file. Another folder may lack recordings of a kind; that shows
  /// as one aborted test.
  public static Stream<DynamicTest> tests(String file, Consumer<JsonNode> test) {
    return tests(file, _ -> true, test);
  }

  /// The same for the recordings that fit; whoever leaves some out says in words which and why.
  public static Stream<DynamicTest> tests(
      String file, Predicate<JsonNode> fits, Consumer<JsonNode> test) {
    if (folder() != null && !Files.exists(folder().resolve(file))) {
      return Stream.of(
          DynamicTest.dynamicTest(
              file, () -> Assumptions.abort("there is no " + file + " in " + folder())));
    }
    return of(file).stream()
        .filter(fits)
        .map(vector -> DynamicTest.dynamicTest(name(vector), () -> test.accept(vector)));
  }

  /// Fails if a recording expects something that its test does not look at.
  public static void hasOnly(JsonNode expected, String... members) {
    Set<String> unknown = new TreeSet<>();
    expected.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(Set.of(members));
    if (!unknown.isEmpty()) {
      throw new AssertionError("expected, and looked at by no test: " + unknown);
    }
  }

  private static String name(JsonNode vector) {
    return (vector.get("id").asText() + " " + vector.path("title").asText()).strip();
  }

  private static InputStream open(String file) throws IOException {
    if (folder() != null) {
      return Files.newInputStream(folder().resolve(file));
    }
    InputStream own = Vectors.class.getResourceAsStream("/vectors/" + file);
    if (own == null) {
      throw new IOException("no such resource");
    }
    return own;
  }

  /// A relative folder may be meant from the module, where tests run, or from the project.
  private static Path folder() {
    String property = System.getProperty("vectors.dir");
    if (property == null || property.isBlank()) {
      return null;
    }
    Path folder = Path.of(property);
    if (!Files.isDirectory(folder)) {
      folder = Path.of("..").resolve(property);
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("-Dvectors.dir is no folder: " + property);
    }
    return folder;
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
