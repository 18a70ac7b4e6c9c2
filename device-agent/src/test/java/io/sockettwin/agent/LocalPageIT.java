package io.sockettwin.agent;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.emulated.Cable;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.page.LocalPage;
import io.sockettwin.agent.page.PageAddress;
import io.sockettwin.socket.ScheduleText;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser, the whole emulated agent behind it, in real time.
class LocalPageIT {

  private static final Identity IDENTITY =
      new Identity(new DeviceKey("HRDG3CKWWZ", "socket001"), DeviceSecret.of(new byte[16]));
  private static final String OTHER_SECRET = "AAECAwQFBgcICQoLDA0ODw==";
  private static final Browser.NewContextOptions DESKTOP =
      new Browser.NewContextOptions()
          .setLocale("en-GB")
          .setColorScheme(ColorScheme.LIGHT)
          .setViewportSize(1280, 1000);

  private static Chromium chromium;

  @TempDir private Path data;

  private OneSocketService service;
  private EmulatedSocket plant;
  private Cable cable;
  private Agent agent;
  private LocalPage server;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void stop() throws IOException {
    if (page != null) {
      page.close();
    }
    server.close();
    agent.close();
    cable.close();
    service.close();
  }

  @Test
  void aClickSwitchesAndTwoKilowattsTrip() throws IOException {
    open(true, DESKTOP);
    assertThat(page.locator("#link")).hasText("Connected");
    assertThat(lamp()).hasAttribute("data-pattern", "STEADY");
    assertThat(lamp()).hasAttribute("data-colour", "#00ff00");

    button().click();
    assertThat(page.locator("#relay")).hasText("On");
    assertThat(lamp()).hasAttribute("data-pattern", "BREATHING");
    assertThat(lamp()).hasAttribute("data-colour", "#0000ff");
    assertThat(shownColour()).isEqualTo("rgb(0, 0, 255)");
    await().until(plant::relayClosed);

    appliance("heater").click();
    assertThat(lamp()).hasAttribute("data-colour", "#ff0000");
    assertThat(page.locator("#watts")).hasText(Pattern.compile("[89]\\d\\d\\.\\d"));

    page.locator("#other [name=name]").fill("drill");
    page.locator("#other [name=watts]").fill("2000");
    page.locator("#other button").click();

    assertThat(page.locator("#relay")).hasText("Tripped");
    assertThat(page.locator("#tripped")).isVisible();
    look("desktop-tripped");
    assertThat(lamp()).hasAttribute("data-pattern", "BLINKING");
    assertThat(lamp()).hasAttribute("data-colour", "#ff0000");
    assertThat(plant.relayClosed()).isFalse();
    assertThat(page.locator("#watts")).hasText("0.0");
    assertThat(chromium.faults()).isEmpty();
  }

  @Test
  void holdingTheButtonForSixSecondsOpensThePairingWindow() throws IOException {
    open(true, DESKTOP);
    assertThat(page.locator("#link")).hasText("Connected");
    assertThat(page.locator("#pairing")).isHidden();

    Locator button = button();
    button.hover();
    page.mouse().down();
    await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(8)).until(plant::buttonPressed);
    assertThat(page.locator("#hint")).hasText("Let go: pair");
    page.mouse().up();

    assertThat(page.locator("#pairing")).isVisible();
    assertThat(lamp()).hasAttribute("data-pattern", "BLINKING");
    assertThat(lamp()).hasAttribute("data-colour", "#0000ff");
    assertThat(plant.relayClosed()).isFalse();

    pairAs("socket002");
    assertThat(page.locator("#pairing")).isHidden();
    assertThat(page.locator("#who")).containsText("HRDG3CKWWZ/socket002");
    assertThat(page.locator("#link")).hasText("Connected");
    assertThat(lamp()).hasAttribute("data-pattern", "STEADY");
    assertThat(service.lastClientId()).isEqualTo("HRDG3CKWWZsocket002");
    assertThat(chromium.faults()).isEmpty();
  }

  @Test
  void aSocketThatKnowsNobodyIsPairedAndKeepsItToItself() throws IOException {
    open(false, DESKTOP);
    assertThat(page.locator("#link")).hasText("Not paired");
    assertThat(lamp()).hasAttribute("data-colour", "#0000ff");

    fill("socket003");
    page.locator("#pairing [name=service]").fill("no port:x");
    pair();
    assertThat(page.locator("#pairing-answer")).containsText("host");
    assertThat(page.locator("#pairing [name=service]")).hasAttribute("aria-invalid", "true");

    pairAs("socket003");
    assertThat(page.locator("#link")).hasText("Connected");
    Path stored = data.resolve("paired");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(stored))
        .isEqualTo(
            "HRDG3CKWWZ socket003 " + OTHER_SECRET + " " + service.address().toString() + "\n");
    assertThat(page.content()).doesNotContain(OTHER_SECRET);
  }

  @Test
  void aFactoryResetForgetsWhatTheSocketWasTold() throws IOException {
    open(false, DESKTOP);
    pairAs("socket004");
    assertThat(page.locator("#link")).hasText("Connected");

    plant.press(Duration.ofMillis(10_500));

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(lamp().getAttribute("data-colour")).isEqualTo("#ffffff"));
    assertThat(page.locator("#link")).hasText("Not paired");
    assertThat(page.locator("#pairing")).isVisible();
    assertThat(data.resolve("paired")).doesNotExist();
  }

  @Test
  void pullingTheCableIsSeenAndPuttingItBackHeals() throws IOException {
    open(true, DESKTOP);
    assertThat(page.locator("#link")).hasText("Connected");
    long logins = service.logins();

    page.locator("#cable").click();
    assertThat(page.locator("#link")).hasAttribute("data-state", "DOWN");
    assertThat(lamp()).hasAttribute("data-pattern", "BLINKING");
    assertThat(lamp()).hasAttribute("data-colour", "#0000ff");

    page.locator("#cable").click();
    assertThat(page.locator("#link")).hasText("Connected");
    assertThat(service.logins()).isGreaterThan(logins);
  }

  @Test
  void anOutageIsSeenAndThePowerComesBack() throws IOException {
    open(true, DESKTOP);
    assertThat(page.locator("#volts")).hasText(Pattern.compile("2[23]\\d\\.\\d"));

    page.locator("[data-condition=OUTAGE]").click();
    assertThat(page.locator("#volts")).hasText("0.0");

    page.locator("[data-condition=NORMAL]").click();
    assertThat(page.locator("#volts")).hasText(Pattern.compile("2[23]\\d\\.\\d"));
  }

  @Test
  void aCountdownIsShown() throws IOException {
    open(true, DESKTOP);
    assertThat(page.locator("#link")).hasText("Connected");

    service.control("{\"count_down\":3600}");

    assertThat(page.locator("#countdown"))
        .hasText(Pattern.compile("Switches in (59:\\d\\d|1:00:00)"));
  }

  @Test
  void weeklyTimersAreAddedPausedAndRemoved() throws IOException {
    open(true, DESKTOP);
    Locator timers = page.locator("#timers li");
    assertThat(timers).hasText(Pattern.compile("None yet.*"));

    page.locator("[data-day='6']").click();
    page.locator("[data-day='7']").click();
    page.locator("#timer [name=at]").fill("06:30");
    page.locator("#timer button").click();
    assertThat(timers).hasText(Pattern.compile("06:30Mon – Frion.*"));
    await().until(() -> ScheduleText.write(agent.view().schedule()).endsWith("mon-fri 06:30 on"));

    page.locator("[name=target]").selectOption("off");
    page.locator("#timer [name=at]").fill("22:00");
    page.locator("#timer button").click();
    assertThat(timers).hasCount(2);
    look("desktop-light");

    timers.first().locator("button").first().click();
    await().until(() -> ScheduleText.write(agent.view().schedule()).contains("06:30 on paused"));
    timers.first().locator("button").last().click();
    assertThat(timers).hasCount(1);
    assertThat(timers.first()).containsText("22:00");
    assertThat(chromium.faults()).isEmpty();
  }

  @Test
  void realPartsCanOnlyBeLookedAt() throws IOException {
    open(true, DESKTOP, false);
    assertThat(page.locator("#hint")).containsText("real");
    assertThat(page.locator("#appliances-card")).isHidden();
    assertThat(page.locator("#faults-card")).isHidden();

    button().dispatchEvent("pointerdown");

    assertThat(button()).hasAttribute("aria-disabled", "true");
    assertThat(plant.buttonPressed()).isFalse();
  }

  @Test
  void speaksChineseFitsAPhoneAndObeysTheKeyboard() throws IOException {
    open(
        true,
        new Browser.NewContextOptions()
            .setLocale("zh-CN")
            .setColorScheme(ColorScheme.DARK)
            .setViewportSize(390, 844));
    assertThat(page.locator("#link")).hasText("已连接");
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    Object overhang =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overhang).isEqualTo(0);

    button().focus();
    page.keyboard().press(" ");
    assertThat(page.locator("#relay")).hasText("已接通");

    appliance("tv").click();
    page.locator("#timer button").click();
    assertThat(page.locator("#timers li")).hasText(Pattern.compile("07:00每天接通.*"));
    look("phone-dark-zh");

    page.locator("#language").click();
    assertThat(page.locator("#relay")).hasText("On");
  }

  @Test
  void aPageThatIsClosedLetsGoOfTheButton() throws IOException {
    open(true, DESKTOP);
    button().hover();
    page.mouse().down();
    await().until(plant::buttonPressed);

    page.close();
    page = null;

    await().until(() -> !plant.buttonPressed());
  }

  private void open(boolean known, Browser.NewContextOptions reader) throws IOException {
    open(known, reader, true);
  }

  private void open(boolean known, Browser.NewContextOptions reader, boolean emulated)
      throws IOException {
    service = new OneSocketService();
    plant = new EmulatedSocket(1);
    cable = new Cable();
    Account account = known ? new Account(IDENTITY, service.address()) : null;
    agent = Agent.start(new AgentConfig(account, data, SocketSettings.DEFAULT), plant, cable);
    int tripMilliamps = SocketSettings.DEFAULT.limits().tripMilliamps();
    server =
        LocalPage.open(
            new PageAddress("127.0.0.1", 0),
            new AgentOnPage(
                agent, tripMilliamps, emulated ? new AgentOnPage.Emulation(plant, cable) : null));
    page = chromium.open("http://127.0.0.1:" + server.port() + "/", reader);
  }

  /// Keeps what is to be seen, for whoever wants to judge it: `-Dscreenshots=FOLDER`.
  private void look(String name) {
    String folder = System.getProperty("screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }

  private Locator lamp() {
    return page.locator("#lamp");
  }

  private Locator button() {
    return page.locator("#button");
  }

  private Locator appliance(String name) {
    return page.locator("[data-appliance=" + name + "]");
  }

  private Object shownColour() {
    return lamp().evaluate("element => getComputedStyle(element).stroke");
  }

  private void pairAs(String device) {
    fill(device);
    pair();
  }

  private void fill(String device) {
    page.locator("#pairing [name=service]").fill(service.address().toString());
    page.locator("#pairing [name=product]").fill("HRDG3CKWWZ");
    page.locator("#pairing [name=device]").fill(device);
    page.locator("#pairing [name=secret]").fill(OTHER_SECRET);
  }

  private void pair() {
    page.locator("#pairing button").click();
  }
}
