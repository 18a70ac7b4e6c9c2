package io.sockettwin.plant;

import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Mains, plugged-in appliances and the meter chip between them. Immutable: each sample gives the
/// frame and the plant after it.
///
/// @param running what is plugged in
/// @param nanos its own time, from zero
/// @param pulses energy pulses the chip has counted
/// @param remainderNanowattHours energy on its way to the next pulse
public record Plant(
    Mains mains,
    FrameEncoder chip,
    List<Running> running,
    long nanos,
    long pulses,
    double remainderNanowattHours) {

  /// A long extension lead.
  public static final int MAX_PLUGGED = 16;

  /// Line and transformer: a kettle pulls the voltage down by two or three volts.
  private static final double SOURCE_OHMS = 0.25;

  /// Each round leaves a quarter of the error even of a short circuit.
  private static final int VOLTAGE_ROUNDS = 6;

  private static final double ENOUGH_VOLTS = 0.01;

  /// What the meter sends, and how things stand after it.
  public record Sample(Plant plant, Frame frame) {}

  public Plant {
    running = List.copyOf(running);
  }

  public static Plant of(Mains mains, FrameEncoder chip) {
    return new Plant(mains, chip, List.of(), 0, 0, 0);
  }

  /// Plugs an appliance in, in the place of an older one of that name.
  public Plant plug(Appliance appliance) {
    List<Running> more = new ArrayList<>(unplug(appliance.name()).running);
    if (more.size() == MAX_PLUGGED) {
      throw new IllegalStateException("no more than " + MAX_PLUGGED + " appliances");
    }
    more.add(Running.plugged(appliance, mains.seed()));
    return with(more);
  }

  public Plant unplug(String name) {
    return with(running.stream().filter(one -> !one.appliance().name().equals(name)).toList());
  }

  /// What is plugged in.
  public List<Appliance> plugged() {
    return running.stream().map(Running::appliance).toList();
  }

  /// Lets something happen to the mains from now on.
  public Plant disturb(Disturbance disturbance) {
    return new Plant(
        mains.disturbed(disturbance, nanos), chip, running, nanos, pulses, remainderNanowattHours);
  }

  /// What the meter says after some time in which the relay was as given.
  public Sample sample(boolean relayClosed, Duration elapsed) {
    long then = nanos + elapsed.toNanos();
    double seconds = elapsed.toNanos() / 1e9;
    double open = mains.volts(then);
    boolean supplied = relayClosed && open > 0;
    List<Running> after = new ArrayList<>(running.size());
    for (Running one : running) {
      after.add(one.after(seconds, supplied));
    }
    Plant next = new Plant(mains, chip, after, then, pulses, remainderNanowattHours);
    Reading reading = supplied ? next.reading(open, seconds) : new Reading(milli(open), 0, 0, 0, 0);
    return next.metered(reading, elapsed);
  }

  private Sample metered(Reading reading, Duration elapsed) {
    double nanowattHours =
        remainderNanowattHours + reading.activePowerMilliwatts() * elapsed.toNanos() / 3.6e6;
    double each = chip.nanowattHoursPerPulse();
    long more = (long) (nanowattHours / each);
    Plant after =
        new Plant(mains, chip, running, nanos, pulses + more, nanowattHours - more * each);
    return new Sample(after, chip.encode(reading, after.pulses));
  }

  /// The voltage falls by what the load draws through the line, which in turn changes the load.
  private Reading reading(double openVolts, double overSeconds) {
    double volts = openVolts;
    Power power = load(volts, overSeconds);
    for (int round = 0; round < VOLTAGE_ROUNDS; round++) {
      double before = volts;
      volts = Math.max(openVolts / 10, openVolts - SOURCE_OHMS * power.voltAmperes() / volts);
      power = load(volts, overSeconds);
      if (Math.abs(before - volts) < ENOUGH_VOLTS) {
        break;
      }
    }
    double voltAmperes = power.voltAmperes();
    double factor = voltAmperes == 0 ? 0 : power.watts() / voltAmperes;
    return new Reading(
        milli(volts),
        milli(voltAmperes / volts),
        milli(power.watts()),
        milli(voltAmperes),
        milli(factor));
  }

  private Power load(double volts, double overSeconds) {
    double voltage = volts * 1000 / mains.nominalMillivolts();
    double frequency = (double) mains.millihertz(nanos) / mains.nominalMillihertz();
    Power sum = Power.NONE;
    for (Running one : running) {
      sum = sum.plus(one.power(voltage, frequency, overSeconds, nanos));
    }
    return sum;
  }

  private Plant with(List<Running> next) {
    return new Plant(mains, chip, next, nanos, pulses, remainderNanowattHours);
  }

  private static int milli(double value) {
    return (int) Math.round(value * 1000);
  }
}
