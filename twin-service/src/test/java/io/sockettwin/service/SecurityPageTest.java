package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about security claims nothing that no test holds.
class SecurityPageTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))`");

  @Test
  void namesTestsThatExist() throws IOException {
    String page = Files.readString(PROJECT.resolve("src-docs/security.adoc"));
    List<String> named = NAMED.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(named).hasSizeGreaterThan(40);
    assertThat(tests()).containsAll(named);
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(PROJECT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(SecurityPageTest::names)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
