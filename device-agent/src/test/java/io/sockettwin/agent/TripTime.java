package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedLine;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/// Measures how long a whole agent takes from the first bit of the first frame above the trip point
/// on a line of 4800 baud to telling the relay to open. Arguments: number of trips (300), number of
/// them not counted at the start (20).
public final class TripTime {

  private static final FrameEncoder CHIP = FrameEncoder.typical(Calibration.SHIPPED);
  private static final Reading IDLE = new Reading(230_000, 0, 0, 0, 0);
  private static final Reading LOADED = new Reading(230_000, 2_000, 460_000, 460_000, 1000);
  private static final Reading OVERLOADED = new Reading(225_000, 9_000, 2_025_000, 2_025_000, 1000);
  private static final Duration PRESS = Duration.ofMillis(60);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final AtomicLong frameBegan = new AtomicLong();
  private final Random random = new Random(1);
  private final EmulatedLine line;
  private final LineHardware hardware;
  private final Agent agent;

  private TripTime(Path data) throws IOException {
    line = EmulatedLine.open(frameBegan::set);
    hardware = new LineHardware(line);
    agent = Agents.alone(hardware, data);
  }

  public static void main(String[] args) throws IOException {
    int trips = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    int warmUp = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    TripTime bench = new TripTime(Files.createTempDirectory("trip-time"));
    Histogram micros = new Histogram(TimeUnit.SECONDS.toMicros(10), 3);
    long first = bench.trip();
    for (int i = 1; i < warmUp; i++) {
      bench.trip();
    }
    for (int i = 0; i < trips; i++) {
      micros.recordValue(bench.trip());
    }
    bench.agent.close();
    print(micros, first);
  }

  /// Switches on, lets some frames pass, overloads; gives the microseconds to the opening.
  private long trip() {
    say(IDLE);
    hardware.press();
    LockSupport.parkNanos(PRESS.toNanos());
    hardware.release();
    await(hardware::closed);
    int frames = 1 + random.nextInt(2);
    for (int i = 0; i < frames; i++) {
      say(LOADED);
    }
    // Any phase against the scheduler's ticks.
    LockSupport.parkNanos(random.nextInt(10_000_000));
    say(OVERLOADED);
    await(() -> !hardware.closed());
    if (agent.view().load() == Load.ON) {
      throw new IllegalStateException("the relay opened without a trip");
    }
    return TimeUnit.NANOSECONDS.toMicros(hardware.openedNanos() - frameBegan.get());
  }

  private void say(Reading reading) {
    line.send(CHIP.encode(reading, 0).bytes());
    LockSupport.parkNanos(Line.FRAME_PERIOD.toNanos());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing happened in " + LIMIT);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void print(Histogram micros, long first) {
    double wire = Line.FRAME_TIME.toNanos() / 1e6;
    System.out.printf(
        "trips %d, the frame alone takes %.1f ms on the wire%n", micros.getTotalCount(), wire);
    System.out.printf("first trip of the process  %8.2f ms%n", first / 1e3);
    for (double percentile : new double[] {0, 50, 90, 99, 99.9, 100}) {
      double all = micros.getValueAtPercentile(percentile) / 1e3;
      System.out.printf(
          "p%-6s %8.2f ms, of these %6.2f ms after the last bit%n", percentile, all, all - wire);
    }
    System.out.printf(
        "mean    %8.2f ms, deviation %.2f ms%n",
        micros.getMean() / 1e3, micros.getStdDeviation() / 1e3);
  }
}
