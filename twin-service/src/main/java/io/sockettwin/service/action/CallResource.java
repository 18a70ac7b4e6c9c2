package io.sockettwin.service.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/twins/{productId}/{name}/call")
@Tag(name = "Actions")
class CallResource {
  /// How long a device may take (protocol section 9).
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Twins twins;
  private final Calls calls;

  CallResource(Twins twins, Calls calls) {
    this.twins = twins;
    this.calls = calls;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Rights.CONTROL)
  @RunOnVirtualThread
  @Operation(
      summary = "Call a device with bytes of your own, and wait 4 s for the bytes of its answer",
      description = "Over the topics $rrpc. 409 when it is not connected, 504 without an answer.")
  public byte[] call(
      @PathParam("productId") String productId, @PathParam("name") String name, byte[] payload) {
    DeviceKey device = twins.require(productId, name);
    RawResource.requireSmall(payload);
    String processId = "r-" + UUID.randomUUID();
    var call = new Message.RemoteCall(processId, ByteBuffer.wrap(payload));
    var reply = (Message.RemoteCallReply) calls.call(device, processId, call, PATIENCE);
    byte[] answer = new byte[reply.payload().remaining()];
    reply.payload().duplicate().get(answer);
    return answer;
  }
}
