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
/// @param pulses energy pulses the chip has counted
/// @param remainderNanowattHours energy on its way to the next pulse
public record Plant(
    Mains mains,
    FrameEncoder chip,
    List<Appliance> plugged,
    long samples,
    long pulses,
    double remainderNanowattHours) {

  /// A long extension lead.
  public static final int MAX_PLUGGED = 16;

  /// What the meter sends, and how things stand after it.
  public record Sample(Plant plant, Frame frame) {}

  public Plant {
    plugged = List.copyOf(plugged);
  }

  public static Plant of(Mains mains, FrameEncoder chip) {
    return new Plant(mains, chip, List.of(), 0, 0, 0);
  }

  /// Plugs an appliance in, in the place of an older one of that name.
  public Plant plug(Appliance appliance) {
    List<Appliance> more = new ArrayList<>(unplug(appliance.name()).plugged);
    if (more.size() == MAX_PLUGGED) {
      throw new IllegalStateException("no more than " + MAX_PLUGGED + " appliances");
    }
    more.add(appliance);
    return with(more);
  }

  public Plant unplug(String name) {
    return with(plugged.stream().filter(appliance -> !appliance.name().equals(name)).toList());
  }

  /// The same on another supply.
  public Plant on(Mains next) {
    return new Plant(next, chip, plugged, samples, pulses, remainderNanowattHours);
  }

  /// What the meter says after some time in which the relay was as given.
  public Sample sample(boolean relayClosed, Duration elapsed) {
    Reading reading = reading(mains.millivolts(samples), relayClosed);
    double nanowattHours =
        remainderNanowattHours + reading.activePowerMilliwatts() * elapsed.toNanos() / 3.6e6;
    long more = (long) (nanowattHours / chip.nanowattHoursPerPulse());
    Plant after =
        new Plant(
            mains,
            chip,
            plugged,
            samples + 1,
            pulses + more,
            nanowattHours - more * chip.nanowattHoursPerPulse());
    return new Sample(after, chip.encode(reading, after.pulses));
  }

  private Reading reading(int millivolts, boolean relayClosed) {
    if (!relayClosed || plugged.isEmpty()) {
      return new Reading(millivolts, 0, 0, 0, 0);
    }
    int milliwatts = 0;
    double reactive = 0;
    for (Appliance appliance : plugged) {
      milliwatts += appliance.watts() * 1000;
      double cosine = appliance.powerFactorPermille() / 1000.0;
      reactive += appliance.watts() * 1000 * Math.sqrt(1 - cosine * cosine) / cosine;
    }
    double apparent = Math.hypot(milliwatts, reactive);
    return new Reading(
        millivolts,
        (int) Math.round(apparent / millivolts * 1000),
        milliwatts,
        (int) Math.round(apparent),
        (int) Math.round(milliwatts / apparent * 1000));
  }

  private Plant with(List<Appliance> appliances) {
    return new Plant(mains, chip, appliances, samples, pulses, remainderNanowattHours);
  }
}
