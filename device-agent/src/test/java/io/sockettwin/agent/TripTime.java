package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedLine;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Line;
import io.sockettwin.meter.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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

  private final Queue<Boolean> said = new ConcurrentLinkedQueue<>();
  private final AtomicLong overloadBegan = new AtomicLong();
  private final Random random = new Random(1);
  private final EmulatedLine line;
  private final LineHardware hardware;
  private final Agent agent;

  private TripTime(Path data) throws IOException {
    line = EmulatedLine.open(this::began);
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
    // Threads of the MQTT client, which looks for a service, may outlive it.
    System.exit(0);
  }

  /// Switches on, lets some frames pass, overloads; gives the microseconds to the opening.
  private long trip() {
    overloadBegan.set(0);
    say(IDLE);
    switchOn();
    int frames = 1 + random.nextInt(2);
    for (int i = 0; i < frames; i++) {
      say(LOADED);
    }
    // Any phase against the scheduler's ticks.
    pause(random.nextInt(10_000_000));
    long end = System.nanoTime() + LIMIT.toNanos();
    while (hardware.closed()) {
      say(OVERLOADED);
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no trip in " + LIMIT);
      }
    }
    return TimeUnit.NANOSECONDS.toMicros(hardware.openedNanos() - overloadBegan.get());
  }

  /// Presses again if nothing happens, as people do: on a busy machine a press may look too short
  /// or too long.
  private void switchOn() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!hardware.closed()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not on in " + LIMIT);
      }
      hardware.press();
      pause(PRESS.toNanos());
      hardware.release();
      pause(PRESS.toNanos());
    }
  }

  private void say(Reading reading) {
    said.add(reading.equals(OVERLOADED));
    line.send(CHIP.encode(reading, 0).bytes());
    pause(Line.FRAME_PERIOD.toNanos());
  }

  private void began(long nanos) {
    if (Boolean.TRUE.equals(said.poll())) {
      overloadBegan.compareAndSet(0, nanos);
    }
  }

  /// For at least this time, which a single call of `parkNanos` does not promise.
  private static void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
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
