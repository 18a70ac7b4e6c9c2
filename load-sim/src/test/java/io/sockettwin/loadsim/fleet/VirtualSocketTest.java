package io.sockettwin.loadsim.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Page;
import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class VirtualSocketTest {

  private static final long END = Duration.ofMinutes(20).toNanos();
  private static final long SEVEN_SECONDS = Duration.ofSeconds(7).toNanos();

  private static final Scenario BUSY =
      switch (ScenarioReader.read(
          """
          name: busy
          household:
            switches-per-hour: 600
            overloads-per-hour: 60
          faults:
            - {fault: power-cut, per-hour: 30, lasts: 20s}
            - {fault: brown-out, per-hour: 30, lasts: 10s}
          """)) {
        case ParsedScenario.Valid(Scenario scenario) -> scenario;
        case ParsedScenario.Invalid(var problems) -> throw new AssertionError(problems.toString());
      };

  /// A network that nothing ever comes out of.
  private record Nowhere() implements Link {
    @Override
    public void connect() {}

    @Override
    public void subscribe() {}

    @Override
    public void publish(Message.Up message, long delayNanos) {}

    @Override
    public void hangUp() {}

    @Override
    public void later(LinkInput input, long delayNanos) {}

    @Override
    public void reset() {}

    @Override
    public void vanish() {}

    @Override
    public void stall(Stall stall) {}

    @Override
    public void usurp() {}

    @Override
    public void babble(byte[] payload) {}
  }

  private static VirtualSocket socket(List<String> steps) {
    World world =
        new World(
            Instant.EPOCH,
            7,
            BUSY.household(),
            BUSY.faults(),
            new Lives("t"),
            (_, now, input, effects) -> steps.add(now + " " + input + " -> " + effects));
    Member member = new Member(0, new DeviceKey("TESTSOCKET", "one"), BUSY.make(0));
    VirtualSocket socket =
        new VirtualSocket(member, world, new Page(new Ledger(Ledger.Ear.NONE)), 0);
    socket.attach(new Nowhere());
    return socket;
  }

  /// All that happens to a socket whose time comes when the clock says so.
  private static List<String> life(LongUnaryOperator clock) {
    List<String> steps = new ArrayList<>();
    VirtualSocket socket = socket(steps);
    while (socket.dueAt() <= END) {
      socket.timeHasCome(Math.min(END, clock.applyAsLong(socket.dueAt())));
    }
    return steps;
  }

  @Test
  void doesTheSameHoweverLateItsTimeComes() {
    List<String> punctual = life(due -> due);
    assertThat(punctual).hasSizeGreaterThan(1_000).anyMatch(step -> step.contains("OpenRelay"));
    assertThat(life(due -> due + SEVEN_SECONDS)).isEqualTo(punctual);
  }

  @Test
  void staysAsItIsWhenFrozenWhileItsSessionGoesOn() {
    List<String> steps = new ArrayList<>();
    VirtualSocket socket = socket(steps);
    socket.timeHasCome(SEVEN_SECONDS);
    int before = steps.size();
    socket.freeze();
    socket.timeHasCome(END);
    assertThat(steps).hasSize(before);
    assertThat(socket.dueAt()).isGreaterThan(END).isLessThan(Agenda.NEVER);
  }
}
