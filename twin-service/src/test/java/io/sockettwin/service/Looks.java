package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// What a page is like for those who see it, and for those who do not.
final class Looks {
  private static final Path IMAGES = Path.of("../src-docs/images").toAbsolutePath();

  private static final String SERIOUS =
      """
      () => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`))
      """;

  private Looks() {}

  /// Nothing serious keeps people from using the page, as far as axe-core can tell.
  static void assertAccessible(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(axe());
    }
    assertThat((List<?>) page.evaluate(SERIOUS)).as(page.url()).isEmpty();
  }

  private static String axe() {
    try (InputStream script = Looks.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps a picture for the documentation, when it is asked for with `-Dpictures=true`.
  static void picture(Page page, String name) {
    if (Boolean.getBoolean("pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(IMAGES.resolve(name + ".png")));
    }
  }
}
