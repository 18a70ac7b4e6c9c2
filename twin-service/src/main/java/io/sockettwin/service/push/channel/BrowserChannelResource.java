package io.sockettwin.service.push.channel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The channels that anybody who is signed in may choose for a browser. How they are set up is for
/// those who oversee the service.
@Path("/api/browser-channels")
@RunOnVirtualThread
@Tag(name = "Channels")
class BrowserChannelResource {
  record BrowserChannel(String id, String name) {}

  private final Channels channels;

  BrowserChannelResource(Channels channels) {
    this.channels = channels;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List the enabled channels that browsers can subscribe to")
  public List<BrowserChannel> list() {
    return channels.toBrowsers().stream()
        .map(channel -> new BrowserChannel(channel.id(), channel.name()))
        .toList();
  }
}
