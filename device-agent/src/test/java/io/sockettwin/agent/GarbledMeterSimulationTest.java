package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Retained;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A line on which nearly nothing is right, by seed: the socket goes on, and its relay stays as it
/// was.
class GarbledMeterSimulationTest {

  private static final FrameEncoder CHIP = FrameEncoder.typical(Calibration.SHIPPED);
  private static final byte[] GOOD =
      CHIP.encode(new Reading(230_000, 1_000, 230_000, 230_000, 1000), 0).bytes();
  private static final int ROUNDS = 3_000;

  private final Socket socket = new Socket(SocketSettings.DEFAULT);
  private final SignalReader reader = new SignalReader(this::take);
  private SocketState state = SocketState.UNPOWERED;
  private Instant now = Instant.EPOCH;
  private int framesHeard;
  private int moves;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neverMovesTheRelayAndHearsTheNextGoodFrames(long seed) {
    Random random = new Random(seed);
    take(new SocketInput.Booted(Retained.NOTHING));
    if (seed % 2 == 0) {
      click();
    }
    Load before = state.load();
    moves = 0;

    for (int round = 0; round < ROUNDS; round++) {
      reader.meterBytes(garbage(random));
      int heard = framesHeard;
      reader.meterBytes(GOOD);
      reader.meterBytes(GOOD);
      assertThat(framesHeard).as("seed %s, round %s", seed, round).isGreaterThan(heard);
      assertThat(state.load()).as("seed %s, round %s", seed, round).isEqualTo(before);
      assertThat(moves).as("moves of the relay; seed %s, round %s", seed, round).isZero();
    }
  }

  private static byte[] garbage(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    switch (random.nextInt(5)) {
      // Noise.
      case 0 -> random.nextBytes(bytes);
      // A line held low, as by a break or a short circuit.
      case 1 -> Arrays.fill(bytes, (byte) 0);
      // A line that floats.
      case 2 -> Arrays.fill(bytes, (byte) 0xFF);
      // A frame that lost its end, or its beginning.
      case 3 -> {
        int cut = 1 + random.nextInt(GOOD.length - 1);
        return random.nextBoolean()
            ? Arrays.copyOf(GOOD, cut)
            : Arrays.copyOfRange(GOOD, cut, GOOD.length);
      }
      // A frame with a flipped bit.
      default -> {
        byte[] flipped = GOOD.clone();
        flipped[random.nextInt(GOOD.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      }
    }
    return bytes;
  }

  private void click() {
    take(new SocketInput.ButtonPressed());
    now = now.plusMillis(100);
    take(new SocketInput.ButtonReleased());
    now = now.plusMillis(100);
    take(new SocketInput.WakeUp());
    assertThat(state.load()).isEqualTo(Load.ON);
  }

  private void take(SocketInput input) {
    if (input instanceof SocketInput.FrameReceived) {
      framesHeard++;
      now = now.plusMillis(105);
    }
    Step step = socket.advance(state, input, now);
    state = step.state();
    for (SocketEffect effect : step.effects()) {
      if (effect instanceof SocketEffect.OpenRelay || effect instanceof SocketEffect.CloseRelay) {
        moves++;
      }
    }
  }
}
