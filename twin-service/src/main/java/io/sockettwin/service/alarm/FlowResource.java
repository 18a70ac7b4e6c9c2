package io.sockettwin.service.alarm;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/flows")
@RunOnVirtualThread
@Tag(name = "Flows", description = "Alarm rules")
class FlowResource {
  private final Flows flows;
  private final FlowActivities activities;
  private final FlowVersions versions;
  private final SecurityIdentity identity;

  FlowResource(
      Flows flows, FlowActivities activities, FlowVersions versions, SecurityIdentity identity) {
    this.flows = flows;
    this.activities = activities;
    this.versions = versions;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List flows, of one product or of all")
  public Page<FlowView> list(
      @QueryParam("productId") @Nullable String productId, @Valid @BeanParam PageParams page) {
    return flows.page(productId, page);
  }

  @POST
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Create a flow", description = "It is off unless its mode says otherwise.")
  @APIResponseSchema(value = FlowView.class, responseCode = "201")
  public RestResponse<FlowView> create(@NotNull @Valid FlowDraft draft) {
    FlowView created = flows.create(draft, identity.getPrincipal().getName(), Instant.now());
    flows.changed(draft.productId());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
        .location(UriBuilder.fromPath("/api/flows/{id}").build(created.id()))
        .header("ETag", Versions.tag(created.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a flow")
  public RestResponse<FlowView> get(@PathParam("id") String id) {
    return tagged(flows.get(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Change a flow, switch it on or off",
      description =
          "With If-Match only the version seen. Open alarms end when input, filter, clear, scope or"
              + " mode change.")
  public RestResponse<FlowView> change(
      @PathParam("id") String id,
      @NotNull @Valid FlowDraft draft,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    FlowView changed =
        flows.change(id, draft, ifMatch, identity.getPrincipal().getName(), Instant.now());
    flows.changed(draft.productId());
    return tagged(changed);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a flow", description = "Its alarms stay, and end.")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    String productId = flows.get(id).content().productId();
    flows.delete(id, ifMatch, Instant.now());
    flows.changed(productId);
  }

  @GET
  @Path("/activity")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "How many episodes of each flow are open, and when it last raised one")
  public List<FlowActivity> activity() {
    return activities.all();
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "What a flow said before, the newest first; the last 50")
  public List<FlowVersion> versions(@PathParam("id") String id) {
    flows.get(id);
    return versions.of(id);
  }

  private static RestResponse<FlowView> tagged(FlowView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", Versions.tag(view.version()))
        .build();
  }
}
