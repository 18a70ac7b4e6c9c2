package io.sockettwin.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.sockettwin.service.ConsolePage.field;
import static io.sockettwin.service.ConsolePage.go;
import static io.sockettwin.service.ConsolePage.press;
import static io.sockettwin.service.Looks.assertAccessible;
import static io.sockettwin.service.Looks.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.sockettwin.service.push.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Flows, alarms, channels, timers and the fleet as an operator uses them, in a real browser.
class RulesIT {
  private static final String RESULT =
      """
      {"scenario":"evening-peak","startedAt":"2026-11-01T10:00:00Z","seconds":61.5,"sockets":500,
       "interrupted":false,"expectations":[{"fulfilled":true}]}\
      """;

  @TempDir static Path folder;

  private static BrowsedService service;

  @BeforeAll
  static void start() throws IOException {
    service =
        BrowsedService.start(
            folder,
            // The webhook of the test is on this machine.
            Map.of("sockettwin.push.allowed-networks", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  /// A choice side by side: its radio is only there for the keyboard.
  private static void choose(Page page, String group, String label) {
    page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(group).setExact(true))
        .getByText(label, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  private static void enter(Page page, String name, String value) {
    field(page, name).fill(value);
    field(page, name).blur();
  }

  @Test
  void ruleIsMadeTriedTestedSwitchedOnAndRaisesItsAlarm() throws Exception {
    Page page = service.operator("en-GB");
    page.setViewportSize(1280, 800);
    try (Endpoint webhook = new Endpoint();
        PatientSocket socket = PatientSocket.connect(service.data(), service.mqttPort())) {
      socket.report("{\"power_switch\":1,\"current\":5.3}");
      socket.report("{\"power_switch\":1,\"current\":0.3}");
      makeChannel(page, webhook);
      makeFlow(page);
      tryOut(page);
      backTest(page);
      switchOn(page);
      Locator raised = page.locator("st-alarm-list tbody tr");
      go(page, "alarms");
      assertThat(page.getByText("All is quiet: no open alarm.")).isVisible();
      socket.report("{\"power_switch\":1,\"current\":6.1}");
      assertThat(raised).hasCount(1);
      assertThat(raised).containsText("Too much: demo-socket");
      assertAccessible(page);
      followAlarm(page, webhook);
      page.waitForResponse(
          response -> response.request().method().equals("PUT"),
          () -> {
            go(page, "flows");
            choose(page, "State of Overload", "On");
          });
      go(page, "alarms");
      assertThat(page.getByText("All is quiet: no open alarm.")).isVisible();
      socket.trip();
      assertThat(raised).containsText("Overload: demo-socket");
      seeFleet(page);
    }
  }

  private static void makeChannel(Page page, Endpoint webhook) {
    go(page, "channels/new/webhook");
    press(page, "Save");
    assertThat(field(page, "settings.url-error")).hasText("Please fill this in.");
    enter(page, "name", "Tickets");
    enter(page, "settings.url", webhook.url() + "/hook");
    press(page, "Draw one");
    press(page, "Save");
    assertThat(page.locator("h1")).hasText("Tickets");
    press(page, "Send a test: Tickets");
    assertThat(page.locator("st-channel-trial .badge")).hasText("Accepted");
    assertAccessible(page);
    assertThat(webhook.heard)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.target()).isEqualTo("/hook");
          assertThat(it.headers()).containsKey("webhook-signature");
        });
  }

  private static void makeFlow(Page page) {
    go(page, "flows/new");
    enter(page, "name.en", "Overcurrent");
    field(page, "filter.property").selectOption("current");
    enter(page, "filter.value", "50");
    enter(page, "title.en", "Too much: $device");
    enter(page, "text.en", "It draws $current A.");
    press(page, "Save");
    assertThat(field(page, "filter.value-error")).hasText("From 0 to 20, please.");
    enter(page, "filter.value", "4.5");
    page.getByLabel("Tickets").check();
    press(page, "Save");
    assertThat(page.locator("st-flow-editor .save")).hasCount(0);
  }

  private static void tryOut(Page page) {
    Locator outcome = page.locator("st-flow-try .result");
    enter(page, "try-0-values-current", "4.2");
    assertThat(outcome).containsText("No alarm");
    enter(page, "try-0-values-current", "5.2");
    assertThat(outcome).containsText("Alarm at once");
    assertThat(outcome).containsText("It draws 5.2 A.");
    assertThat(outcome).containsText("current 5.2 > 4.5");
    assertAccessible(page);
    page.evaluate("scrollTo(0, 0)");
    picture(page, "console-flow");
  }

  private static void backTest(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back-test")).click();
    press(page, "Run the test");
    assertThat(page.locator("st-flow-back-test tbody tr")).hasCount(1);
    assertThat(page.locator("st-flow-back-test tbody tr")).containsText("current 5.3 > 4.5");
    assertThat(page.locator("st-episodes rect")).hasCount(1);
    assertAccessible(page);
    picture(page, "console-back-test");
  }

  private static void switchOn(Page page) {
    choose(page, "State", "On");
    press(page, "Save");
    assertThat(page.locator("st-flow-editor .save")).hasCount(0);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Versions")).click();
    assertThat(page.locator("st-flow-versions ol li")).hasCount(2);
    assertThat(page.locator("st-flow-versions tbody tr")).containsText("mode");
  }

  private static void followAlarm(Page page, Endpoint webhook) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Too much: demo-socket"))
        .click();
    Locator hops = page.locator("st-alarm-way li");
    assertThat(hops).hasCount(6);
    assertThat(hops.last()).containsText("Delivered");
    assertThat(hops.last()).containsText("+");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(webhook.heard)
                .last()
                .satisfies(it -> assertThat(it.body()).contains("It draws 6.1 A.")));
    press(page, "Acknowledge");
    assertThat(page.locator("st-alarm .badges")).containsText("Acknowledged");
    enter(page, "text", "Unplugged the heater.");
    press(page, "Comment");
    assertThat(page.locator("st-alarm .comments li")).containsText("operator key");
    assertAccessible(page);
    picture(page, "console-alarm");
    press(page, "Close");
    page.locator("st-dialog button.danger").click();
    assertThat(page.locator("st-alarm .badges")).containsText("Cleared");
  }

  private static void seeFleet(Page page) {
    go(page, "fleet");
    assertThat(page.locator("st-console-fleet .tile.online b")).hasText("1");
    assertThat(page.locator("st-fleet-map li.online")).hasText("Online 1");
    assertThat(page.locator("st-console-fleet tbody tr")).hasCount(5);
    press(page, "Attach a run");
    Locator dialog = page.locator("st-attach-run");
    dialog.locator("button.primary").click();
    assertThat(dialog.locator("[id='result-error']")).hasText("Choose the result.json of a run.");
    choose(field(page, "result"), "result.json", RESULT);
    choose(field(page, "report"), "report.html", "<!doctype html><p>All went well.</p>");
    dialog.locator("button.primary").click();
    assertThat(page.locator("st-load-runs tbody tr")).containsText("evening-peak");
    assertThat(page.locator("st-load-runs tbody tr")).containsText("passed");
    assertAccessible(page);
  }

  private static void choose(Locator input, String name, String content) {
    input.setInputFiles(
        new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void timersAreMadeInChineseOnAPhone() throws IOException {
    Page page = service.operator("zh-CN");
    go(page, "timers/new");
    press(page, "保存");
    assertThat(field(page, "name-error")).hasText("请填写此项。");
    assertThat(field(page, "actions[0].name-error")).hasText("请选择设备。");
    enter(page, "name", "早晨");
    choose(page, "时间", "Cron");
    enter(page, "rule.cron", "0 7 30 2 *");
    enter(page, "actions[0].name", "demo-socket");
    field(page, "actions[0].values").selectOption("power_switch");
    field(page, "actions[0].values.power_switch").selectOption("1");
    press(page, "保存");
    // What only the service knows is told at the field as well.
    assertThat(field(page, "rule.cron-error")).not().isEmpty();
    choose(page, "时间", "按星期");
    enter(page, "rule.at", "06:45");
    press(page, "保存");
    assertThat(page.locator("st-timer-page h1")).hasText("早晨");
    assertAccessible(page);
    go(page, "timers");
    Locator row = page.locator("st-timer-list tbody tr");
    assertThat(row).containsText("工作日 06:45");
    choose(page, "“早晨”的状态", "停用");
    assertThat(row).containsText("–");
  }

  @Test
  void everySectionSpeaksChineseAndFitsAPhone() throws IOException {
    Page page = service.operator("zh-CN");
    for (List<String> section :
        List.of(
            List.of("flows", "告警规则"),
            List.of("flows/socket-low-voltage", "电压过低"),
            List.of("alarms", "告警"),
            List.of("channels", "通知渠道"),
            List.of("channels/messages", "消息记录"),
            List.of("timers", "定时"),
            List.of("fleet", "设备总览"))) {
      go(page, section.getFirst());
      assertThat(page.locator("h1")).hasText(section.getLast());
      Object overflow = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
      assertThat(overflow).as(section.getFirst()).isEqualTo(0);
      assertAccessible(page);
    }
  }
}
