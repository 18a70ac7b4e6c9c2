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

/// A month of a household's life at one socket, frame by frame at the real rate, in seconds.
class MonthSimulationTest {

  private static final Duration MONTH = Duration.ofDays(30);
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
    Instant end = life.now.plus(MONTH);
    for (long frame = 0; life.now.isBefore(end); frame++) {
      live(frame);
    }

    double measured = plant.pulses() * plant.chip().nanowattHoursPerPulse() / 1e6;
    assertThat(life.state.energyMilliwattHours())
        .as("what the meter counted")
        .isBetween((long) measured - 10, (long) measured + 10);
    assertThat(measured).as("a household's use").isGreaterThan(20e6);
    assertThat(trips).as("pumps and kettles trip").isPositive();
    assertThat(reports).as("heartbeats alone").isGreaterThan(300_000);
  }

  private void live(long frame) {
    Instant next = life.now.plus(Line.FRAME_PERIOD);
    Instant wakeAt = life.state.wakeAt();
    while (wakeAt != null && wakeAt.isAfter(life.now) && !wakeAt.isAfter(next)) {
      life.now = wakeAt;
      step(new WakeUp());
      wakeAt = life.state.wakeAt();
    }
    life.now = next;
    Plant.Sample sample = plant.sample(life.relayClosed, Line.FRAME_PERIOD);
    plant = sample.plant();
    step(new FrameReceived(sample.frame()));
    // Somebody comes by every half an hour or so.
    if (frame % 17_000 == 0) {
      somebodyComesBy();
    }
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
