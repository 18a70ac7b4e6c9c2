package io.sockettwin.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.sockettwin.service.Looks.assertAccessible;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel of the packaged service, in a real browser.
class PanelIT {
  private static final String READINGS =
      """
      {"power_switch":%d,"active_power":%s,"voltage":230.04,"current":0.2609,"count_down":0}\
      """;

  /// Compressed, with everything that it asks for on its own.
  private static final int FIRST_VIEW_BYTES = 300_000;

  @TempDir static Path folder;

  private static BrowsedService service;

  @BeforeAll
  static void start() throws IOException {
    service = BrowsedService.start(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  private static Page signedIn(String language) throws IOException {
    Page page = service.operator(language);
    // The last thing the page asks for on its own.
    assertThat(page.locator("st-tile.voltage")).isVisible();
    return page;
  }

  private static Locator toggle(Page page) {
    return page.locator("st-switch button");
  }

  @Test
  void saysInTheReadersLanguageThatAKeyIsWrong() {
    Page english = service.open("en-GB");
    BrowsedService.signIn(english, "not the key");
    assertThat(english.locator("#key-error")).hasText("This key is not valid.");
    Page chinese = service.open("zh-CN");
    BrowsedService.signIn(chinese, "not the key");
    assertThat(chinese.locator("#key-error")).hasText("密钥无效。");
    assertThat(chinese.locator("#key")).hasAttribute("aria-invalid", "true");
    assertThat(toggle(chinese)).hasCount(0);
  }

  @Test
  void theFirstAdministratorChoosesAPasswordAndLetsOthersIn() {
    Matcher printed =
        Pattern.compile("as admin with the password (\\S+)").matcher(service.program().output());
    assertThat(printed.find()).isTrue();
    Page page = service.open("en-GB");
    page.locator("#name").fill("admin");
    page.locator("#password").fill(printed.group(1));
    page.locator("button.primary").click();
    page.locator("#chosen").fill("correct horse");
    page.locator("#again").fill("correct house");
    page.locator("st-password button.primary").click();
    assertThat(page.locator("#again-error")).hasText("The two are different.");
    page.locator("#again").fill("correct horse");
    page.locator("st-password button.primary").click();
    assertThat(page.locator("st-home")).isVisible();

    page.navigate(service.url() + "#/account");
    page.getByText("New token").click();
    page.locator("st-token-form #name").fill("Home Assistant");
    page.locator("st-token-form button.primary").click();
    assertThat(page.locator("st-token-form output")).containsText("st_");
    page.locator("st-token-form button.primary").click();
    assertThat(page.locator("st-tokens li")).containsText("Home Assistant");

    page.navigate(service.url() + "#/console/access/users");
    page.getByText("New user").click();
    page.locator("st-user-dialog #name").fill("Li Na");
    page.locator("st-user-dialog button.primary").click();
    assertThat(page.locator("st-user-dialog #name-error")).not().isEmpty();
    page.locator("st-user-dialog #name").fill("li.na");
    page.locator("st-user-dialog button.primary").click();
    assertThat(page.locator("st-user-dialog output")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("st-access-users tbody")).containsText("li.na");
    page.navigate(service.url() + "#/console/access/audit");
    assertThat(page.locator("st-access-audit tbody")).containsText("POST /api/users");
  }

  @Test
  void remembersLanguageAndTheme() throws IOException {
    Page page = signedIn("en-GB");
    Locator root = page.locator("html");
    page.navigate(service.url() + "#/more");
    page.locator("st-choice.language").getByText("中文").click();
    page.locator("st-choice.theme").getByText("深色").click();
    assertAccessible(page);
    page.reload();
    assertThat(page.locator("h1")).hasText("更多");
    assertThat(root).hasAttribute("lang", "zh-CN");
    assertThat(root).hasAttribute("data-theme", "dark");
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(13, 16, 21)");
  }

  @Test
  void whoHoldsTheKeyIsToldThatItHasNoAccount() throws IOException {
    Page page = signedIn("zh-CN");
    page.navigate(service.url() + "#/account");
    assertThat(page.locator("main")).containsText("因此没有账户");
  }

  @Test
  void theFirstViewIsSmall() throws IOException {
    Page page = signedIn("en-GB");
    Object bytes =
        page.evaluate(
            "performance.getEntries().reduce((sum, it) => sum + (it.encodedBodySize ?? 0), 0)");
    assertThat(((Number) bytes).intValue()).isBetween(10_000, FIRST_VIEW_BYTES);
  }

  private static Page withWorker() {
    Page page = service.open("zh-CN");
    page.waitForFunction(
        """
        async () => {
          await navigator.serviceWorker.ready;
          return Boolean(navigator.serviceWorker.controller && await caches.match('/'));
        }
        """);
    return page;
  }

  @Test
  void opensWithoutANetworkAfterTheFirstVisitAndHeals() {
    Page page = withWorker();
    page.context().setOffline(true);
    page.reload();
    assertThat(page.locator("main [role=alert]")).hasText("无法连接到服务。");
    page.context().setOffline(false);
    page.reload();
    assertThat(page.locator("h1")).hasText("登录");
  }

  @Test
  void showsOnceWhatIsPushedTwice() {
    Page page = withWorker();
    page.context().grantPermissions(List.of("notifications"));
    CDPSession browser = page.context().newCDPSession(page);
    List<String> registrations = new CopyOnWriteArrayList<>();
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(one ->
                    registrations.add(one.getAsJsonObject().get("registrationId").getAsString())));
    browser.send("ServiceWorker.enable");
    page.waitForCondition(() -> !registrations.isEmpty());
    JsonObject push = new JsonObject();
    push.addProperty("origin", service.url().replaceAll("/$", ""));
    push.addProperty("registrationId", registrations.getFirst());
    push.addProperty("data", "{\"title\":\"Overload\",\"body\":\"12 A\",\"key\":\"k1\"}");
    browser.send("ServiceWorker.deliverPushMessage", push);
    browser.send("ServiceWorker.deliverPushMessage", push);
    page.waitForFunction(
        """
        async () => {
          const shown = await (await navigator.serviceWorker.ready).getNotifications();
          return shown.length === 1 && shown[0].title === 'Overload' && shown[0].tag === 'k1';
        }
        """);
  }

  @Test
  void aSocketIsNamedTimedLookedBackAtAndExported() throws Exception {
    Page page = signedIn("zh-CN");
    try (PatientSocket socket = PatientSocket.connect(service.data(), service.mqttPort())) {
      socket.report(READINGS.formatted(1, "60.04"));
      page.locator("nav").getByText("设置").click();
      page.locator("st-device-place #alias").fill("落地灯");
      page.locator("st-device-place button.primary").click();
      assertThat(page.locator("h1")).hasText("落地灯");
      assertAccessible(page);
      Download file =
          page.waitForDownload(() -> page.locator("st-device-export button.primary").click());
      assertThat(file.suggestedFilename()).startsWith("落地灯 ").endsWith(".csv");
      assertThat(Files.readString(file.path())).contains("active_power");

      page.locator("nav").getByText("定时").click();
      page.locator("st-timers .add").click();
      page.locator("st-timer-editor #time").fill("");
      page.locator("st-timer-editor button.primary").click();
      assertThat(page.locator("st-timer-editor #time-error")).hasText("请填写此项。");
      page.locator("st-timer-editor #time").fill("06:45");
      page.locator("st-timer-editor button.primary").click();
      assertThat(page.locator("st-timers li")).containsText("开启，每天 06:45");
      assertThat(page.locator("st-timers li")).containsText("下次");
      page.locator("st-timers .toggle").click();
      assertThat(page.locator("st-timers li")).containsText("已停用");
      assertAccessible(page);

      page.locator("nav").getByText("历史").click();
      page.locator("st-history").getByText("实时").click();
      assertThat(page.locator("st-chart canvas")).isVisible();
      assertThat(page.locator("st-chart [role=img]"))
          .hasAttribute("aria-label", Pattern.compile("最近十分钟.*60"));
      assertAccessible(page);
    }
  }

  @Test
  void switchIsPendingUntilTheSocketReportsIt() throws Exception {
    Page page = signedIn("en-GB");
    Locator presence = page.locator("st-presence");
    assertThat(presence).hasText("Offline · never connected");
    try (PatientSocket socket = PatientSocket.connect(service.data(), service.mqttPort())) {
      socket.report(READINGS.formatted(0, "0"));
      assertThat(presence).containsText("Online");
      assertThat(page.locator("st-switch .state")).hasText("Off");

      toggle(page).press("Enter");
      JsonNode control = socket.control();
      assertThat(control.at("/params/power_switch").asInt()).isEqualTo(1);
      socket.answer(control, 0, "ok");
      assertThat(page.locator("st-switch .state")).hasText("Switching on…");
      assertThat(toggle(page)).hasAttribute("aria-busy", "true");
      assertThat(toggle(page)).hasAttribute("aria-checked", "false");

      socket.report(READINGS.formatted(1, "60.04"));
      assertThat(toggle(page)).hasAttribute("aria-checked", "true");
      assertThat(toggle(page)).hasAttribute("aria-busy", "false");
      assertThat(page.locator("st-tile.active_power .value")).hasText("60.0W");
      assertThat(page.locator("st-tile.voltage .value")).hasText("230.0V");
      assertAccessible(page);

      toggle(page).click();
      socket.answer(socket.control(), -1, "power_switch: tripped");
      assertThat(page.locator(".switch .error"))
          .hasText("The socket refused: power_switch: tripped");
      assertThat(toggle(page)).hasAttribute("aria-checked", "true");
      assertThat(page.locator(".lost")).isEmpty();
    }
    assertThat(presence).containsText("Offline · signed off");
    assertThat(page.locator("st-switch .state")).hasText("Last reported on");
  }

  @Test
  void lostConnectionIsShownAndHeals() throws IOException {
    Page page = signedIn("zh-CN");
    page.context().setOffline(true);
    assertThat(page.locator(".lost")).containsText("连接已中断");
    page.context().setOffline(false);
    assertThat(page.locator(".lost")).isEmpty();
  }

  @Test
  void endedSessionLeadsBackToTheSignIn() throws IOException {
    Page page = signedIn("en-GB");
    page.context().clearCookies();
    // Asks for something, unless the page has just asked by itself.
    page.evaluate("location.hash = '#/alarms'");
    assertThat(page.locator("st-sign-in .notice")).containsText("Your session has ended.");
  }

  @Test
  void onlyThePageIsOpenAndOnlyItsBundleIsKept() throws Exception {
    HttpResponse<String> page = get("");
    assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    var bundle = Pattern.compile("\"/(static/bundle/[^\"]+)\"").matcher(page.body());
    assertThat(bundle.results().map((MatchResult found) -> found.group(1)))
        .hasSize(2)
        .allSatisfy(name -> {
          HttpResponse<String> file = get(name);
          assertThat(file.statusCode()).isEqualTo(200);
          assertThat(file.headers().firstValue("cache-control").orElseThrow())
              .contains("immutable", "max-age=31536000");
        });
    assertThat(get("icon-512.png").headers().firstValue("cache-control")).contains("no-cache");
    assertThat(get("static/bundle/gone.js").headers().firstValue("cache-control").orElse(""))
        .doesNotContain("immutable");
    assertThat(get("api/devices").statusCode()).isEqualTo(401);
    assertThat(get("web/index.html").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(service.url() + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
