package io.sockettwin.service.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/homes")
@RunOnVirtualThread
@Tag(name = "Homes", description = "Homes and rooms; devices name theirs")
class HomeResource {
  private final Homes homes;
  private final Once once;

  HomeResource(Homes homes, Once once) {
    this.homes = homes;
    this.once = once;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List homes by name")
  public Slice<HomeView> list(@Valid @BeanParam SliceParams part) {
    return homes.list(part);
  }

  @POST
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Create a home")
  @APIResponseSchema(value = HomeView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid HomeFields home, @HeaderParam(Once.HEADER) @Nullable String key) {
    return once.answer(key, "homes", home, () -> homes.create(home, Instant.now()));
  }

  @GET
  @Path("/{homeId}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a home")
  public RestResponse<HomeView> get(@PathParam("homeId") UUID id) {
    HomeView view = homes.get(id);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{homeId}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Change a home", description = "A merge patch (RFC 7396).")
  public RestResponse<HomeView> change(
      @PathParam("homeId") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = HomeFields.class))) @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    HomeView view = homes.change(id, change, ifMatch);
    return Versions.ok(view, view.version());
  }

  @DELETE
  @Path("/{homeId}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(
      summary = "Delete a home and its rooms",
      description = "Its devices stay, without a home.")
  public void delete(
      @PathParam("homeId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    homes.delete(id, ifMatch);
  }
}
