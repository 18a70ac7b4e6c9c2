package io.sockettwin.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The packaged service, and a browser to look at it with.
final class BrowsedService implements AutoCloseable {
  private final Path data;
  private final String url;
  private final int mqttPort;
  private final Chromium chromium;
  private final Program program;

  private BrowsedService(Path data, String url, int mqttPort, Chromium chromium, Program program) {
    this.data = data;
    this.url = url;
    this.mqttPort = mqttPort;
    this.chromium = chromium;
    this.program = program;
  }

  /// Skips the test where there is no browser.
  ///
  /// @param folder where the service keeps everything
  /// @param settings besides its ports
  static BrowsedService start(Path folder, Map<String, String> settings) throws IOException {
    Chromium chromium = Chromium.start();
    int port = Program.freePort();
    int mqttPort = Program.freePort();
    Path data = folder.resolve("data");
    Map<String, String> all = new HashMap<>(settings);
    // A browser on a busy machine takes its time, and the sockets here report but once.
    all.putIfAbsent("sockettwin.twin.silence", "10m");
    all.put("quarkus.http.port", "" + port);
    all.put("sockettwin.broker.port", "" + mqttPort);
    try {
      Program program = Program.start(data, all).ready(port);
      return new BrowsedService(
          data, "http://127.0.0.1:" + port + "/", mqttPort, chromium, program);
    } catch (RuntimeException | Error e) {
      chromium.close();
      throw e;
    }
  }

  Path data() {
    return data;
  }

  String url() {
    return url;
  }

  int mqttPort() {
    return mqttPort;
  }

  Program program() {
    return program;
  }

  /// The first page as somebody with this language sees it.
  Page open(String language) {
    return chromium.open(url, language);
  }

  /// Somebody who holds the machine's key.
  Page operator(String language) throws IOException {
    Page page = open(language);
    signIn(page, Files.readString(data.resolve("access-key")).strip());
    assertThat(page.locator("st-sign-in")).hasCount(0);
    return page;
  }

  static void signIn(Page page, String key) {
    page.locator("st-sign-in .link").click();
    page.locator("#key").fill(key);
    page.locator("button.primary").click();
  }

  /// Ends both, and complains about what the browser complained about.
  @Override
  public void close() {
    program.close();
    chromium.close();
    assertThat(chromium.faults()).isEmpty();
  }
}
