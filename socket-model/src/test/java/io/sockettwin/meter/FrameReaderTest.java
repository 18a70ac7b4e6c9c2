package io.sockettwin.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  private static final byte[] FRAME =
      HexFormat.of().parseHex("555A02D63B0009A3003F930021BE4C7B9900CB0751006053");

  private final FrameReader hunting = FrameReader.hunting();

  @Test
  void givesAFrameWithItsLastByte() {
    List<Frame> frames = feed(hunting, FRAME, 0);

    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst().bytes()).isEqualTo(FRAME);
    assertThat(frames.getFirst().pulseCounter()).isEqualTo(96);
  }

  @Test
  void startsAnewAfterAPauseOfMoreThanTwentyMilliseconds() {
    feed(hunting, slice(FRAME, 0, 10), 0);

    assertThat(feed(hunting, FRAME, 21)).hasSize(1);
  }

  @Test
  void keepsAFrameTogetherOverAPauseOfTwentyMilliseconds() {
    feed(hunting, slice(FRAME, 0, 10), 0);

    assertThat(feed(hunting, slice(FRAME, 10, 24), 20)).hasSize(1);
  }

  @Test
  void losesNothingByALongerGapNeitherADelayedFrameNorTheOneAfterAChoppedOne() {
    FrameReader patient = FrameReader.hunting(1_000);
    feed(patient, slice(FRAME, 0, 10), 0);
    assertThat(feed(patient, slice(FRAME, 10, 24), 400)).as("delayed").hasSize(1);

    feed(patient, slice(FRAME, 0, 10), 500);
    assertThat(feed(patient, FRAME, 600)).as("after a chopped one").hasSize(1);

    feed(patient, slice(FRAME, 0, 10), 700);
    assertThat(feed(patient, slice(FRAME, 10, 24), 1_701)).as("too late").isEmpty();
  }

  @Test
  void huntsForTheNextHeaderWhenAByteWasLostWithoutAPause() {
    feed(hunting, slice(FRAME, 1, 24), 0);

    assertThat(feed(hunting, FRAME, 0)).hasSize(1);
  }

  @Test
  void losesFramesUntilAPauseWhenItKnowsGapsOnly() {
    FrameReader gapsOnly = FrameReader.gapsOnly();
    feed(gapsOnly, slice(FRAME, 1, 24), 0);

    assertThat(feed(gapsOnly, FRAME, 0)).isEmpty();
    assertThat(feed(gapsOnly, FRAME, 21)).hasSize(1);
  }

  @Test
  void disbelievesAFrameWhoseCheckByteIsWrongThoughTheChecksumDoesNotCoverIt() {
    byte[] wrong = FRAME.clone();
    wrong[1] = 0x5B;

    assertThat(feed(hunting, wrong, 0)).isEmpty();
    assertThat(feed(FrameReader.gapsOnly(), wrong, 0)).hasSize(1);
  }

  @Test
  void findsEveryFrameThatFollowsGarbageOfAnyKind() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] garbage = new byte[random.nextInt(100)];
      random.nextBytes(garbage);
      FrameReader reader = FrameReader.hunting();
      feed(reader, garbage, 0);
      feed(reader, FRAME, 0);

      // Garbage may swallow the frame it touches, never the one after.
      assertThat(feed(reader, FRAME, 0)).as("seed %s", seed).isNotEmpty();
    }
  }

  @Test
  void findsAFrameThatBeginsAnywhereInTheOneThatWasDamaged() {
    for (int damaged = 0; damaged < Frame.LENGTH; damaged++) {
      FrameReader reader = FrameReader.hunting();
      feed(reader, slice(FRAME, 0, damaged), 0);

      assertThat(feed(reader, FRAME, 0)).as("%s bytes left over", damaged).hasSize(1);
    }
  }

  private static List<Frame> feed(FrameReader reader, byte[] bytes, long millis) {
    List<Frame> frames = new ArrayList<>();
    for (byte next : bytes) {
      reader.accept(next, millis).ifPresent(frames::add);
    }
    return frames;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }
}
