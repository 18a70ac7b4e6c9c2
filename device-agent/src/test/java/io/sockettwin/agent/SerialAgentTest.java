package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.emulated.EmulatedLine;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.emulated.WiredSocket;
import io.sockettwin.meter.Calibration;
import io.sockettwin.meter.FrameEncoder;
import io.sockettwin.meter.Reading;
import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Load;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent with its meter on a line of 4800 baud, heard by the serial driver.
class SerialAgentTest {

  private static final FrameEncoder CHIP = FrameEncoder.typical(Calibration.SHIPPED);

  private static final byte[] GOOD =
      CHIP.encode(new Reading(230_000, 1_000, 230_000, 230_000, 1000), 0).bytes();

  @TempDir private Path folder;

  @Test
  void tripsOnAnEmulatedOverload() throws IOException {
    EmulatedSocket plant = new EmulatedSocket(1);
    try (Agent agent = Agents.alone(WiredSocket.over(plant), folder)) {
      plant.plug(Appliance.ofHousehold("lamp").orElseThrow());
      plant.press(Duration.ofMillis(100));
      await().until(() -> agent.view().report().reading().activePowerMilliwatts() > 50_000);
      plant.plug(Appliance.ofHousehold("kettle").orElseThrow());

      await().until(() -> agent.view().load() == Load.TRIPPED);
      assertThat(plant.relayClosed()).isFalse();
    }
  }

  @Test
  void saysThatTheMeterIsSilentAndHearsItAgain() throws IOException {
    EmulatedLine line = EmulatedLine.open();
    try (Agent agent = Agents.alone(new LineHardware(line), folder)) {
      await().until(() -> agent.view().pendingEvents() == 1);

      line.send(GOOD);
      await().until(() -> agent.view().report().reading().voltageMillivolts() > 229_000);
    }
  }

  @Test
  void goesOnAfterGarbageOnTheLine() throws IOException {
    EmulatedLine line = EmulatedLine.open();
    LineHardware hardware = new LineHardware(line);
    Random random = new Random(9);
    try (Agent agent = Agents.alone(hardware, folder)) {
      for (byte[] garbage :
          new byte[][] {new byte[60], noise(random, 300), {0}, noise(random, 7)}) {
        line.send(garbage);
        await()
            .until(() -> {
              line.send(GOOD);
              return agent.view().report().reading().voltageMillivolts() > 229_000;
            });
      }
      assertThat(hardware.moves()).isZero();
      assertThat(agent.view().droppedInputs()).isZero();
    }
  }

  private static byte[] noise(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
