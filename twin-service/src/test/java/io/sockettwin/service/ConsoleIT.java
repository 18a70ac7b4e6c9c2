package io.sockettwin.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.sockettwin.service.ConsolePage.field;
import static io.sockettwin.service.ConsolePage.go;
import static io.sockettwin.service.ConsolePage.press;
import static io.sockettwin.service.Looks.assertAccessible;
import static io.sockettwin.service.Looks.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Products, devices and production as an operator uses them, in a real browser.
class ConsoleIT {
  private static final Path VENDOR_TEMPLATE =
      Path.of("../socket-model/src/test/resources/socket-data-template.json");

  /// Somebody else renames the product that the page is about.
  private static final String RENAME =
      """
      () => fetch(`/api/products/${location.hash.split('/')[3]}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: { en: 'Wall socket 2', zh: '墙壁插座 2' } }),
      })
      """;

  private static final String MAKE_LAMPS =
      """
      () => fetch('/api/production/batches', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(
          { productId: 'HRDG3CKWWZ', pattern: 'lamp-####', first: 1, count: 450 }),
      })
      """;

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

  private static void follow(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
  }

  @Test
  void productOfTheVendorsFileIsMadeCorrectedAndPutBack() throws IOException {
    Page page = service.operator("en-GB");
    page.setViewportSize(1280, 800);
    go(page, "products/new");
    press(page, "New product");
    assertThat(field(page, "en-error")).hasText("Please fill this in.");
    field(page, "en").fill("Wall socket");
    field(page, "zh").fill("墙壁插座");
    page.locator("input[type=file]").setInputFiles(VENDOR_TEMPLATE);
    assertThat(page.locator("st-template-form")).containsText("power_switch");
    Locator json = page.locator("textarea");
    String good = json.inputValue();
    json.fill(good.replaceFirst("\"type\": \"bool\"", "\"type\": \"maybe\""));
    press(page, "New product");
    assertThat(page.locator("st-json-editor p")).containsText("properties[0].define");
    assertThat(page.locator("st-json-editor li.bad")).hasCount(1);
    picture(page, "console-template");
    json.fill(good.replaceFirst(",\n", "\n"));
    press(page, "New product");
    assertThat(page.locator("st-json-editor p")).containsText("Line 3 A comma is missing before");
    json.fill(good);
    editAsAForm(page, json);
    json.fill(good);
    press(page, "New product");
    assertThat(page.locator("st-shown-once .value")).hasText(Pattern.compile("\\S{16,}"));
    follow(page, "Open the product");
    json.fill(good.replaceFirst("\"max\": \"20\"", "\"max\": \"25\""));
    assertThat(page.locator("st-product-template tbody")).containsText("properties.current");
    assertAccessible(page);
    follow(page, "Settings");
    follow(page, "Data template");
    assertThat(page.locator("st-product-template tbody")).containsText("properties.current");
    page.evaluate(RENAME);
    press(page, "Save as a new version");
    assertThat(page.locator("st-product-template .error")).containsText("Somebody else was faster");
    press(page, "Save as a new version");
    assertThat(page.locator("st-product-template .save")).hasCount(0);
    assertThat(page.locator("h1")).hasText("Wall socket 2");
    layOutThePanel(page);
    follow(page, "Versions");
    page.locator("st-template-versions section")
        .last()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore"))
        .click();
    page.locator("st-dialog button.danger").click();
    assertThat(page.locator("st-template-versions section")).hasCount(3);
    assertAccessible(page);
  }

  private static void editAsAForm(Page page, Locator json) {
    Locator form = page.locator("st-template-form");
    form.locator("summary")
        .getByText("Voltage", new Locator.GetByTextOptions().setExact(true))
        .click();
    Locator highest = form.locator("[id$='.define.max']");
    highest.fill("lots");
    highest.press("Tab");
    assertThat(json).hasValue(Pattern.compile("\"max\": \"lots\""));
    press(page, "New product");
    assertThat(form.locator("[id$='.define.max-error']")).not().isEmpty();
    assertThat(page.locator("st-json-editor li.bad")).hasCount(1);
    form.locator("[id='properties[2].define.type']").selectOption("struct");
    press(page, "Add a member");
    form.locator("[id$='specs[1].dataType.type']").selectOption("enum");
    press(page, "Add a value");
    press(page, "member: up");
    press(page, "Add an action");
    assertThat(json).hasValue(Pattern.compile("member_2.*\"enum\".*member_1", Pattern.DOTALL));
    assertThat(json).hasValue(Pattern.compile("\"action_1\""));
    assertAccessible(page);
    picture(page, "console-form");
  }

  private static void layOutThePanel(Page page) {
    follow(page, "Panel");
    Locator preview = page.locator("st-product-panel st-tile");
    assertThat(preview.first()).hasClass(Pattern.compile("active_power"));
    page.getByText("Its own", new Page.GetByTextOptions().setExact(true)).click();
    press(page, "Voltage: up");
    page.getByLabel("Tile: Voltage").selectOption("large");
    page.getByLabel("Icon: Voltage").selectOption("wave");
    page.locator("st-product-panel [data-property=current] input").uncheck();
    assertThat(preview.first()).hasClass(Pattern.compile("voltage large"));
    assertThat(preview.first().locator("svg")).isVisible();
    assertThat(page.locator("st-product-panel st-tile.current")).hasCount(0);
    assertAccessible(page);
    picture(page, "console-panel");
    press(page, "Save");
    assertThat(page.getByText("Saved")).isVisible();
    page.reload();
    assertThat(preview.first()).hasClass(Pattern.compile("voltage large"));
    assertThat(page.locator("st-product-panel st-tile.current")).hasCount(0);
  }

  @Test
  void deviceIsRegisteredWatchedAndToldWhatToDo() throws Exception {
    Page page = service.operator("en-GB");
    page.setViewportSize(1280, 800);
    go(page, "devices/new");
    press(page, "Register");
    assertThat(field(page, "name-error")).containsText("1 to 48 letters");
    field(page, "name").fill("kitchen");
    press(page, "Register");
    assertThat(page.locator("st-shown-once .value").last()).hasText(Pattern.compile("\\S{16,}"));
    try (PatientSocket socket = PatientSocket.connect(service.data(), service.mqttPort())) {
      go(page, "devices");
      assertThat(page.locator("st-device-list .row", rowOf("demo-socket"))).containsText("Online");
      assertAccessible(page);
      follow(page, "demo-socket");
      socket.report("{\"power_switch\":0,\"voltage\":229.5}");
      assertThat(page.locator("st-device-twin tbody")).containsText("229.5 V");
      assertAccessible(page);
      picture(page, "console-device");
      follow(page, "Messages");
      assertThat(page.locator("st-device-messages .log")).containsText("watching");
      socket.report("{\"power_switch\":0,\"current\":99}");
      assertThat(page.locator("st-device-messages .refused").first()).containsText("current");
      assertAccessible(page);
      follow(page, "Debugging");
      field(page, "power_switch").selectOption("1");
      page.locator("st-device-debugging button.primary").first().click();
      socket.answer(socket.control(), 0, "ok");
      assertThat(page.locator("st-sent-control .badge")).hasText("delivered");
      socket.report("{\"power_switch\":1}");
      assertThat(page.locator("st-sent-control .badge")).hasText("applied");
      assertAccessible(page);
    }
    assertThat(page.locator("st-device .head .badge")).hasText("Offline");
  }

  @Test
  void socketsFollowAsOneScrolls() throws IOException {
    Page page = service.operator("en-GB");
    page.evaluate(MAKE_LAMPS);
    page.reload();
    assertThat(page.locator("st-home .more")).containsText("200 of ");
    assertThat(page.getByText("lamp-0450")).hasCount(0);
    page.locator("st-home .more").scrollIntoViewIfNeeded();
    assertThat(page.locator("st-home .more")).containsText("400 of ");
    page.locator("st-home .more").scrollIntoViewIfNeeded();
    assertThat(page.getByText("lamp-0450")).isVisible();
    assertThat(page.locator("st-home .more")).hasCount(0);
    assertAccessible(page);
  }

  private static Page.LocatorOptions rowOf(String device) {
    return new Page.LocatorOptions().setHasText(device);
  }

  @Test
  void batchIsMadeAndDownloadedInChineseOnAPhone() throws IOException {
    Page page = service.operator("zh-CN");
    page.setViewportSize(390, 844);
    go(page, "production/new");
    field(page, "pattern").fill("线路");
    press(page, "生成批次");
    assertThat(field(page, "pattern-error")).containsText("一段连续的");
    field(page, "pattern").fill("line-####");
    assertThat(page.getByText("从 line-0001 到 line-0100")).isVisible();
    assertAccessible(page);
    press(page, "生成批次");
    assertThat(page.locator("st-batch h1")).hasText("line-####");
    Download file = page.waitForDownload(() -> follow(page, "device_info.txt"));
    assertThat(Files.readAllLines(file.path()))
        .hasSize(100)
        .allSatisfy(line -> assertThat(line).matches("HRDG3CKWWZ line-\\d{4} \\S{16,}"));
    assertThat(page.locator("st-batch section tbody").first()).containsText("device_info.txt");
    assertAccessible(page);
    press(page, "关闭批次");
    page.locator("st-dialog button.danger").click();
    assertThat(page.getByText("批次已关闭，密钥不再提供下载。")).isVisible();
    assertThat(page.getByText("device_info.txt")).hasCount(1);
  }
}
