package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.identity.Followed;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Tag(name = "Twins", description = "What devices report, and what is wanted of them")
class TwinResource {
  private final Twins twins;
  private final Visible visible;
  private final Followed followed;

  TwinResource(Twins twins, Visible visible, Followed followed) {
    this.twins = twins;
    this.visible = visible;
    this.followed = followed;
  }

  @GET
  @Path("/twins/{productId}/{name}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a device's twin")
  @RunOnVirtualThread
  public RestResponse<TwinView> get(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device = twins.require(productId, name);
    TwinState state = twins.get(device);
    return RestResponse.ResponseBuilder.ok(TwinView.of(device, state))
        .header("ETag", "\"" + state.version() + "\"")
        .build();
  }

  @GET
  @Path("/twins/{productId}/{name}/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "Follow a device's twin",
      description = "The twin at once, then after each change; changes may be passed over.")
  @Blocking
  public Multi<TwinView> live(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device = twins.require(productId, name);
    Multi<TwinView> views =
        Multi.createFrom()
            .<TwinView>emitter(
                emitter -> {
                  Runnable end =
                      twins.watch(device, state -> emitter.emit(TwinView.of(device, state)));
                  emitter.onTermination(end);
                  emitter.emit(TwinView.of(device, twins.get(device)));
                },
                // A slow reader gets the newest, not all.
                BackPressureStrategy.LATEST)
            // The first view comes from the database, and the framework subscribes on an event
            // loop.
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
            .filter(new Newer());
    return followed.whileAllowed(views, caller -> visible.sees(caller, device));
  }

  @PATCH
  @Path("/twins/{productId}/{name}/desired")
  @RolesAllowed(Rights.CONTROL)
  @Operation(
      summary = "Ask the device to take on values",
      description =
          "Answers when the control is durable; follow it by its id. `expirySeconds`, 1 to 2592000,"
              + " is how long it waits for a device that is away.")
  @APIResponseSchema(value = ControlView.class, responseCode = "202")
  @RunOnVirtualThread
  public RestResponse<ControlView> desire(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @QueryParam("expirySeconds") @Nullable Long expirySeconds,
      @NotNull ObjectNode values) {
    DeviceKey device = twins.require(productId, name);
    Control control = twins.control(device, values, expirySeconds, Instant.now());
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.ACCEPTED, ControlView.of(control))
        .location(UriBuilder.fromPath("/api/controls/{controlId}").build(control.id()))
        .build();
  }

  @GET
  @Path("/controls/{controlId}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show how far a control has come")
  @RunOnVirtualThread
  public ControlView control(@PathParam("controlId") String id) {
    return twins
        .control(id)
        .map(ControlView::of)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no control " + id + ".").refused());
  }
}
