package io.sockettwin.service.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/homes/{homeId}/rooms")
@RunOnVirtualThread
@Tag(name = "Homes")
class RoomResource {
  private final Rooms rooms;
  private final Once once;

  RoomResource(Rooms rooms, Once once) {
    this.rooms = rooms;
    this.once = once;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List the rooms of a home", description = "A home has at most 100.")
  public List<RoomView> list(@PathParam("homeId") UUID homeId) {
    return rooms.of(homeId);
  }

  @POST
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Add a room to a home")
  @APIResponseSchema(value = RoomView.class, responseCode = "201")
  public Response create(
      @PathParam("homeId") UUID homeId,
      @NotNull @Valid RoomFields room,
      @HeaderParam(Once.HEADER) @Nullable String key) {
    return once.answer(
        key, "rooms of " + homeId, room, () -> rooms.create(homeId, room, Instant.now()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a room")
  public RestResponse<RoomView> get(@PathParam("homeId") UUID homeId, @PathParam("id") UUID id) {
    RoomView view = rooms.get(homeId, id);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Rename a room")
  public RestResponse<RoomView> change(
      @PathParam("homeId") UUID homeId,
      @PathParam("id") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = RoomFields.class))) @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    RoomView view = rooms.change(homeId, id, change, ifMatch);
    return Versions.ok(view, view.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Remove a room", description = "Its devices stay in the home.")
  public void delete(
      @PathParam("homeId") UUID homeId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    rooms.delete(homeId, id, ifMatch);
  }
}
