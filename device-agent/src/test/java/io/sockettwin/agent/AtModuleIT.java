package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.at.AtSerial;
import io.sockettwin.agent.at.EmulatedModule;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent, its serial driver, a module on a pseudo-terminal, and MQTT behind that.
class AtModuleIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Identity IDENTITY =
      new Identity(new DeviceKey("HRDG3CKWWZ", "socket001"), DeviceSecret.of(new byte[16]));

  @TempDir private Path folder;

  @Test
  void reachesTheServiceThroughAModuleAndObeysIt() throws IOException {
    EmulatedSocket plant = new EmulatedSocket(1);
    try (OneSocketService service = new OneSocketService();
        EmulatedModule module = EmulatedModule.open(service.address().port());
        Agent agent =
            Agent.start(
                new AgentConfig(
                    new Account(IDENTITY, service.address()), folder, SocketSettings.DEFAULT),
                plant,
                new AtSerial(module.device(), AtSerial.DEFAULT_BAUD))) {
      await().atMost(LIMIT).until(() -> agent.view().link().equals(new LinkStatus.Up()));
      assertThat(service.lastClientId()).isEqualTo("HRDG3CKWWZsocket001");

      service.control("{\"power_switch\":1}");
      await().atMost(LIMIT).until(plant::relayClosed);
    }
  }
}
