package io.sockettwin.service.group;

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

@Path("/api/groups")
@RunOnVirtualThread
@Tag(name = "Groups", description = "Groups of devices; POST /api/devices/bulk fills them")
class GroupResource {
  private final Groups groups;
  private final Once once;

  GroupResource(Groups groups, Once once) {
    this.groups = groups;
    this.once = once;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List groups by name")
  public Slice<GroupView> list(@Valid @BeanParam SliceParams part) {
    return groups.list(part);
  }

  @POST
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Create a group")
  @APIResponseSchema(value = GroupView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid GroupFields group, @HeaderParam(Once.HEADER) @Nullable String key) {
    return once.answer(key, "groups", group, () -> groups.create(group, Instant.now()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a group")
  public RestResponse<GroupView> get(@PathParam("id") UUID id) {
    GroupView view = groups.get(id);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Change a group", description = "A merge patch (RFC 7396).")
  public RestResponse<GroupView> change(
      @PathParam("id") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = GroupFields.class)))
          @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    GroupView view = groups.change(id, change, ifMatch);
    return Versions.ok(view, view.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a group", description = "Its devices stay.")
  public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    groups.delete(id, ifMatch);
  }
}
