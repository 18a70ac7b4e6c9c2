package io.sockettwin.service.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.TopicKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/twins/{productId}/{name}/raw")
@Tag(name = "Actions")
@RunOnVirtualThread
class RawResource {
  /// The protocol's packet has 64 KB, its topic included (section 2.8).
  static final int MAX_BYTES = 63 * 1024;

  private final Twins twins;
  private final Calls calls;
  private final RawLog log;

  RawResource(Twins twins, Calls calls, RawLog log) {
    this.twins = twins;
    this.calls = calls;
    this.log = log;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Send bytes to a device over its raw topic")
  public RestResponse<Void> send(
      @PathParam("productId") String productId, @PathParam("name") String name, byte[] payload) {
    DeviceKey device = twins.require(productId, name);
    requireSmall(payload);
    calls.requireConnected(device);
    twins.send(device, new Message.RawDown(TopicKind.RAW_DOWN, ByteBuffer.wrap(payload)));
    return RestResponse.accepted();
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "List what a device last sent that is not of the data template, newest first",
      description = "Bytes of the raw and user topics; the last 100 messages, 4 KB of each.")
  public List<RawMessage> list(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return log.list(twins.require(productId, name));
  }

  static void requireSmall(byte[] payload) {
    if (payload.length > MAX_BYTES) {
      throw Problem.of(ProblemCode.TOO_LARGE, "More than " + MAX_BYTES + " bytes.").refused();
    }
  }
}
