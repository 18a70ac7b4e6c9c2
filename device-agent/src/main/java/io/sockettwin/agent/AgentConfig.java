package io.sockettwin.agent;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.socket.SocketSettings;
import java.nio.file.Path;

/// What one agent needs to know.
///
/// @param data the folder of what must survive a loss of power; of this agent alone
public record AgentConfig(
    Identity identity, ServiceAddress service, Path data, SocketSettings settings) {}
