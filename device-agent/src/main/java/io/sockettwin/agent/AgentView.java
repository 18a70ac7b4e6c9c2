package io.sockettwin.agent;

import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Report;

/// How the socket is at one moment.
///
/// @param pendingEvents events the cloud has not yet taken
/// @param droppedInputs inputs lost because the inbox was full; not zero means something is stuck
public record AgentView(
    Load load, Report report, Lamp lamp, LinkStatus link, int pendingEvents, long droppedInputs) {}
