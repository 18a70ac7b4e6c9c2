package io.sockettwin.agent;

import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.link.Trust;
import io.sockettwin.socket.SocketSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What one agent needs to know.
///
/// @param account who it is; null if somebody will tell later
/// @param data the folder of what must survive a loss of power; of this agent alone
/// @param trust whose certificates of a service are believed
/// @param recording a file to record everything in that happens to the socket; null for none
public record AgentConfig(
    @Nullable Account account,
    Path data,
    SocketSettings settings,
    Trust trust,
    @Nullable Path recording) {

  public AgentConfig(@Nullable Account account, Path data, SocketSettings settings) {
    this(account, data, settings, Trust.EVERYBODYS, null);
  }
}
