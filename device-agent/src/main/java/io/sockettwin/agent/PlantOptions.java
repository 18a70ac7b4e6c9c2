package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.plant.Appliance;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/// What an emulated socket begins with.
public final class PlantOptions {

  @Option(
      names = "--plug",
      paramLabel = "APPLIANCE",
      split = ",",
      description = "what is plugged in at the start, for example lamp,tv")
  private List<String> plugged = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "for the noise of the emulated mains (${DEFAULT-VALUE})")
  private long seed;

  /// The emulated socket, with everything plugged in.
  ///
  /// @throws IOException with a sentence that names what is wrong
  EmulatedSocket socket() throws IOException {
    EmulatedSocket socket = new EmulatedSocket(seed);
    for (String name : plugged) {
      socket.plug(
          Appliance.ofHousehold(name)
              .orElseThrow(() -> new IOException("--plug: there is no appliance called " + name)));
    }
    return socket;
  }
}
