package io.sockettwin.service.fleet;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/fleet/load-runs")
@RunOnVirtualThread
@Tag(name = "Fleet")
class LoadRunResource {
  private final LoadRuns runs;
  private final SecurityIdentity identity;

  LoadRunResource(LoadRuns runs, SecurityIdentity identity) {
    this.runs = runs;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List runs of load-sim that were attached, the newest first; the last 50")
  public List<LoadRunView> list() {
    return runs.list();
  }

  @POST
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Attach a run of load-sim with its report")
  @APIResponseSchema(value = LoadRunView.class, responseCode = "201")
  public RestResponse<LoadRunView> attach(@NotNull @Valid LoadRunDraft draft) {
    String author = identity.getPrincipal().getName();
    return RestResponse.status(
        RestResponse.Status.CREATED, runs.attach(draft, author, Instant.now()));
  }

  /// The page was written by somebody else: it is handed out as a file, and where a browser shows
  /// it all the same, it has no origin and no scripts.
  @GET
  @Path("/{id}/report.html")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Download the report of a run")
  public Response report(@PathParam("id") UUID id) {
    return Response.ok(runs.report(id))
        .header("Content-Disposition", "attachment; filename=\"load-sim-" + id + ".html\"")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a run and its report")
  public void delete(@PathParam("id") UUID id) {
    runs.delete(id);
  }
}
