package io.sockettwin.loadsim.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Moment;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import io.sockettwin.loadsim.warp.SocketTemplate;
import io.sockettwin.loadsim.warp.WarpRun;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The whole way over sockets of this machine, against a service in this process. The runs mostly
/// wait, and do it together.
@Execution(ExecutionMode.CONCURRENT)
class LiveRunTest {

  private static final String SCENARIO =
      """
      name: small
      sockets: 20
      duration: 6s
      controls-per-second: 10
      household:
        switches-per-hour: 600
        overloads-per-hour: 120
      """;

  private static final String OVERLOADS =
      """
      alarms: webhook
      faults:
        - {fault: overload, at: 1s, within: 1s, share: 50%}
      """;

  @TempDir private Path folder;
  private ServiceDouble service;

  private static final class Silent implements Progress {
    private final CountDownLatch connected = new CountDownLatch(1);

    @Override
    public void preparing(String what, int done, int of) {}

    @Override
    public void moment(Moment moment, double ofSeconds, String losses) {
      if (moment.connected() > 0) {
        connected.countDown();
      }
    }

    @Override
    public void phase(String what) {}

    @Override
    public void warning(String sentence) {}
  }

  /// Treats one reply to a report unlike all others, and remembers whose it was.
  private static final class OneReply implements ToLongBiFunction<DeviceKey, Message.Down> {
    private static final int WHICH = 15;

    private final long delayMillis;
    private final AtomicInteger replies = new AtomicInteger();
    private volatile String device = "nobody";

    OneReply(long delayMillis) {
      this.delayMillis = delayMillis;
    }

    @Override
    public long applyAsLong(DeviceKey to, Message.Down message) {
      if (!(message instanceof Message.ReportReply) || replies.incrementAndGet() != WHICH) {
        return 0;
      }
      device = to.toString();
      return delayMillis;
    }
  }

  @BeforeEach
  void start() throws IOException {
    service = new ServiceDouble(WarpRun.twins(SocketTemplate.load()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /// On a busy machine a good service takes its time, which is nothing to complain about here.
  private static Scenario scenario(String more) {
    String settle = more.contains("settle:") ? "" : "settle: 60s\n";
    String late = more.contains("late-after:") ? "" : "late-after: 60s\n";
    return switch (ScenarioReader.read(SCENARIO + settle + late + more)) {
      case ParsedScenario.Valid(Scenario scenario) -> scenario;
      case ParsedScenario.Invalid(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private Result run(String more) throws InterruptedException {
    return new LiveRun(scenario(more), service.target(), new Silent(), Trace.NONE).run();
  }

  private static List<Difference> of(String device, Result result) {
    return result.differences().stream().filter(it -> it.device().equals(device)).toList();
  }

  @Test
  void findsNothingWrongWithAGoodService() throws InterruptedException {
    Result result = run("");
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts())
        .containsEntry("connected", 100.0)
        .containsEntry("reports.lost", 0.0)
        .containsEntry("controls.lost", 0.0);
    assertThat(result.facts().get("reports.acked")).isGreaterThan(20);
    assertThat(result.facts().get("controls.heard")).isPositive();
    assertThat(result.facts()).containsKeys("report.p99", "control.p99", "connect.p99");
    assertThat(service.devices).as("devices left behind").isEmpty();
  }

  @Test
  void comesThroughABadNetwork() throws InterruptedException {
    Result result =
        run(
            """
            makes:
              - {keep-alive: 1s}
            faults:
              - {fault: connection-drop, at: 1s, within: 1s, share: 50%}
              - {fault: half-open, at: 2s, within: 1s, share: 30%, lasts: 2s}
              - {fault: duplicate-identity, at: 2s, within: 1s, share: 30%}
              - {fault: slow-consumer, at: 1s, share: 30%, lasts: 2s}
              - {fault: malformed-payloads, at: 2s, within: 2s}
              - {fault: power-cut, at: 2s, share: 30%, lasts: 1s}
            """);
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts()).containsEntry("connected", 100.0);
    assertThat(result.facts().get("connections.lost")).isPositive();
    assertThat(result.facts().get("malformed.sent")).isPositive();
  }

  @Test
  void findsAReplyThatIsLost() throws InterruptedException {
    OneReply lost = new OneReply(-1);
    service.delay = lost;
    Result result = run("settle: 5s\n");
    assertThat(of(lost.device, result)).extracting(Difference::kind).contains(Kind.UNANSWERED);
    assertThat(result.facts().get("reports.lost")).isPositive();
  }

  @Test
  void namesTheSocketWhoseReplyIsLate() throws InterruptedException {
    OneReply late = new OneReply(9_000);
    service.delay = late;
    Result result = run("late-after: 8s\n");
    List<Difference> found = of(late.device, result);
    assertThat(found).extracting(Difference::kind).containsExactly(Kind.LATE);
    assertThat(found.getFirst().detail()).matches("(9|\\d\\d)\\.\\d+ s for an answer");
  }

  @Test
  void followsOverloadsToTheWebhook() throws InterruptedException {
    Result result = run(OVERLOADS);
    assertThat(result.differences()).isEmpty();
    assertThat(result.facts().get("trips")).isPositive();
    assertThat(result.facts().get("alarms.raised")).isEqualTo(result.facts().get("trips"));
    assertThat(result.facts().get("pushes.heard")).isEqualTo(result.facts().get("trips"));
    assertThat(result.facts()).containsKey("alarm.p99");
  }

  @Test
  void findsAnAlarmThatIsRaisedTwiceAndOneThatIsNot() throws InterruptedException {
    List<String> tripped = new CopyOnWriteArrayList<>();
    service.alarms.copies =
        device -> {
          String name = device.toString();
          if (!tripped.contains(name)) {
            tripped.add(name);
          }
          return switch (tripped.indexOf(name)) {
            case 0 -> 2;
            case 1 -> 0;
            default -> 1;
          };
        };
    Result result = run(OVERLOADS);
    assertThat(of(tripped.get(0), result))
        .extracting(Difference::kind)
        .contains(Kind.ALARM_DOUBLED);
    assertThat(of(tripped.get(1), result))
        .extracting(Difference::kind)
        .contains(Kind.ALARM_MISSING);
  }

  @Test
  void findsAlarmsThatNobodyIsToldOf() throws InterruptedException {
    service.alarms.tells = false;
    Result result = run(OVERLOADS);
    assertThat(result.differences())
        .isNotEmpty()
        .extracting(Difference::kind)
        .containsOnly(Kind.PUSH_MISSING);
  }

  @Test
  void saysThatTheKeyIsWrong() {
    Target target = service.target("another", service.api(), Dialects.dataTemplate());
    assertThatThrownBy(() -> new LiveRun(scenario(""), target, new Silent(), Trace.NONE).run())
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("the service refuses the access key");
  }

  @Test
  void saysThatNoSocketIsLetIn() throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      list.append("DOUBLE0001 socket-").append(i).append(" AAAAAAAAAAAAAAAAAAAAAA==\n");
    }
    Path file = Files.writeString(folder.resolve("device_info.txt"), list);
    Target known = service.target();
    Target target =
        new Target(
            known.service(),
            known.api(),
            known.accessKey(),
            null,
            file,
            known.dialect(),
            List.of(),
            false,
            1);
    Scenario longer = scenario("").withDuration(Duration.ofMinutes(2));
    assertThatThrownBy(() -> new LiveRun(longer, target, new Silent(), Trace.NONE).run())
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("the device secret is wrong");
  }

  @Test
  void keepsWhatIsKnownWhenItIsBrokenOff() throws InterruptedException {
    Silent progress = new Silent();
    Scenario longer = scenario("").withDuration(Duration.ofHours(1));
    LiveRun run = new LiveRun(longer, service.target(), progress, Trace.NONE);
    Thread.ofVirtual()
        .start(() -> {
          try {
            progress.connected.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          run.interrupt();
        });
    Result result = run.run();
    assertThat(result.interrupted()).isTrue();
    assertThat(result.facts().get("connects.made")).isPositive();
    assertThat(service.devices).isEmpty();
  }

  @Test
  void loadsOtherSystemsInTheirDialects() throws InterruptedException {
    service.foreign = true;
    for (String name : List.of("thingsboard", "tasmota")) {
      Target target = service.target("", null, Dialects.of(name).orElseThrow());
      Result result = new LiveRun(scenario(""), target, new Silent(), Trace.NONE).run();
      assertThat(result.facts()).as(name).containsEntry("connected", 100.0);
      assertThat(result.facts().get("reports.acked")).as(name).isGreaterThan(20);
      assertThat(result.differences()).as(name).isEmpty();
    }
  }
}
