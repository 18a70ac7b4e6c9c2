package io.sockettwin.agent.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the page, which come with the program. Nothing but these can be asked for.
final class Assets {

  record Asset(String type, String text) {}

  private static final List<String> FILES =
      List.of(
          "index.html",
          "icon.svg",
          "style/theme.css",
          "style/page.css",
          "style/socket.css",
          "app/index.js",
          "app/words.js",
          "app/words/en.js",
          "app/words/zh.js",
          "app/settings.js",
          "app/agent.js",
          "app/lamp.js",
          "app/button.js",
          "app/meter.js",
          "app/trace.js",
          "app/hands.js",
          "app/schedule.js",
          "app/pairing.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Asset> byPath = new HashMap<>();

  Assets() {
    for (String file : FILES) {
      String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
      if (type == null) {
        throw new IllegalStateException("of what type is " + file);
      }
      byPath.put("/" + file, new Asset(type, read(file)));
    }
    byPath.put("/", Optional.ofNullable(byPath.get("/index.html")).orElseThrow());
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static String read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("files/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program comes without " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
