package io.sockettwin.agent;

import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Path;

/// Agents that have no service.
final class Agents {

  private static final Identity IDENTITY =
      new Identity(new DeviceKey("HRDG3CKWWZ", "socket001"), DeviceSecret.of(new byte[16]));

  private Agents() {}

  static Agent alone(Hardware hardware, Path data) throws IOException {
    ServiceAddress nowhere = new ServiceAddress("localhost", 1);
    return Agent.start(
        new AgentConfig(new Account(IDENTITY, nowhere), data, SocketSettings.DEFAULT), hardware);
  }
}
