package io.sockettwin.bench;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Mains;
import io.sockettwin.plant.Plant;
import java.util.ArrayList;
import java.util.List;

/// Frames of an ordinary load, made beforehand: what makes them is not what is measured.
final class Household {

  /// A minute and a half; then they come again, as from a meter that was restarted.
  static final int FRAMES = 1_000;

  private Household() {}

  static List<Frame> frames(long seed) {
    Plant plant = Plant.of(Mains.european(seed), FrameEncoder.typical(Calibration.SHIPPED));
    for (String name : List.of("tv", "heater")) {
      plant = plant.plug(Appliance.ofHousehold(name).orElseThrow());
    }
    List<Frame> frames = new ArrayList<>();
    while (frames.size() < FRAMES) {
      Plant.Sample sample = plant.sample(true, Line.FRAME_PERIOD);
      plant = sample.plant();
      frames.add(sample.frame());
    }
    return frames;
  }
}
