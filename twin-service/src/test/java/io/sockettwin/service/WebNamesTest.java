package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The panel and the console are one page: what one of them has named, the other cannot name again.
class WebNamesTest {
  private static final Pattern DEFINED = Pattern.compile("customElements\\.define\\('([^']+)'");

  @Test
  void everyElementIsDefinedOnce() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/web/app"))) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .flatMap(file -> DEFINED.matcher(text(file)).results())
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertThat(names).contains("st-app", "st-console").doesNotHaveDuplicates();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
