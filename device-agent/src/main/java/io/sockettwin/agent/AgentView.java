package io.sockettwin.agent;

import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.Schedule;
import io.sockettwin.thing.DeviceKey;
import org.jspecify.annotations.Nullable;

/// How the socket is at one moment.
///
/// @param device who it is; null before it was paired, as is its service
/// @param schedule its weekly timers
/// @param pendingEvents events the cloud has not yet taken
/// @param droppedInputs inputs lost because the inbox was full; not zero means something is stuck
public record AgentView(
    @Nullable DeviceKey device,
    @Nullable ServiceAddress service,
    Load load,
    Report report,
    Schedule schedule,
    Lamp lamp,
    LinkStatus link,
    int pendingEvents,
    long droppedInputs) {}
