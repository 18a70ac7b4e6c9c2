package io.sockettwin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Mains;
import io.sockettwin.plant.Plant;
import io.sockettwin.socket.SocketInput.ClockSet;
import io.sockettwin.socket.SocketInput.EventSettled;
import io.sockettwin.socket.SocketInput.FrameReceived;
import io.sockettwin.socket.SocketInput.LinkDown;
import io.sockettwin.socket.SocketInput.LinkUp;
import io.sockettwin.socket.SocketInput.ScheduleSet;
import io.sockettwin.socket.SocketInput.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A household's life at one socket: a month of it in seconds, a day of it frame by frame.
class MonthSimulationTest {

  private static final Duration VISITS = Duration.ofMinutes(30);
  private static final List<String> APPLIANCES =
      List.of("fridge", "tv", "charger", "lamp", "heater", "kettle", "pump");

  private final Random random = new Random(11);
  private final Life life = new Life(SocketSettings.DEFAULT, "a month");
  private Plant plant = Plant.of(Mains.rough(11), FrameEncoder.typical(Calibration.SHIPPED));
  private long reportedEnergy;
  private int reports;
  private int trips;

  @Test
  void keepsItsPromisesForAMonth() {
    live(Duration.ofDays(30), Duration.ofSeconds(1));

    assertThat(plant.pulses() * plant.chip().nanowattHoursPerPulse() / 1e6)
        .as("a household's use")
        .isGreaterThan(20e6);
    assertThat(trips).as("pumps and kettles trip").isPositive();
    assertThat(reports).as("heartbeats alone").isGreaterThan(300_000);
  }

  @Test
  void keepsItsPromisesForADayAtTheMetersRealRate() {
    live(Duration.ofDays(1), Line.FRAME_PERIOD);

    assertThat(reports).as("heartbeats alone").isGreaterThan(8_000);
  }

  private void live(Duration time, Duration framePeriod) {
    life.boot();
    life.step(
        new ScheduleSet(
            new Schedule(
                ScheduleTest.BERLIN,
                List.of(
                    ScheduleTest.timer(ScheduleTest.ALL_DAYS, "06:00", true),
                    ScheduleTest.timer(ScheduleTest.ALL_DAYS, "23:00", false)))));
    life.step(new ClockSet(life.now));
    step(new LinkUp());
    Instant end = life.now.plus(time);
    Instant visit = life.now;
    while (life.now.isBefore(end)) {
      frame(framePeriod);
      if (life.now.isAfter(visit)) {
        visit = life.now.plus(VISITS);
        somebodyComesBy();
      }
    }

    double measured = plant.pulses() * plant.chip().nanowattHoursPerPulse() / 1e6;
    assertThat(life.state.energyMilliwattHours())
        .as("what the meter counted")
        .isBetween((long) measured - 10, (long) measured + 10);
  }

  private void frame(Duration period) {
    Instant next = life.now.plus(period);
    Instant wakeAt = life.state.wakeAt();
    while (wakeAt != null && wakeAt.isAfter(life.now) && !wakeAt.isAfter(next)) {
      life.now = wakeAt;
      step(new WakeUp());
      wakeAt = life.state.wakeAt();
    }
    life.now = next;
    Plant.Sample sample = plant.sample(life.relayClosed, period);
    plant = sample.plant();
    step(new FrameReceived(sample.frame()));
  }

  private void somebodyComesBy() {
    Appliance appliance =
        Appliance.ofHousehold(APPLIANCES.get(random.nextInt(APPLIANCES.size()))).orElseThrow();
    if (life.state.load() == Load.TRIPPED) {
      plant = plant.unplug("kettle").unplug("pump");
      press();
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> plant = plant.plug(appliance);
      case 2, 3 -> plant = plant.unplug(appliance.name());
      case 4 -> step(new LinkDown());
      default -> press();
    }
    if (!life.linkUp && random.nextInt(3) > 0) {
      step(new LinkUp());
    }
  }

  private void press() {
    step(new SocketInput.ButtonPressed());
    life.now = life.now.plusMillis(100);
    step(new SocketInput.ButtonReleased());
  }

  private void step(SocketInput input) {
    for (SocketEffect effect : life.step(input)) {
      if (effect instanceof SocketEffect.SendReport(Report report)) {
        assertThat(report.energyMilliwattHours()).isGreaterThanOrEqualTo(reportedEnergy);
        reportedEnergy = report.energyMilliwattHours();
        reports++;
      }
      if (effect instanceof SocketEffect.SendEvent(long eventId, SocketEvent event, Instant _)) {
        trips += event.equals(SocketEvent.OVERCURRENT) ? 1 : 0;
        life.step(new EventSettled(eventId));
      }
    }
  }
}
