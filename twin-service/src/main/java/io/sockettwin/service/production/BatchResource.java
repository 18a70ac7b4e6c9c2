package io.sockettwin.service.production;

import io.quarkus.security.identity.SecurityIdentity;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/production/batches")
@RunOnVirtualThread
@Tag(name = "Production", description = "Batches of credentials, and what became of them")
class BatchResource {
  private final Batches batches;
  private final Once once;
  private final SecurityIdentity identity;

  BatchResource(Batches batches, Once once, SecurityIdentity identity) {
    this.batches = batches;
    this.once = once;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List batches", description = "Newest first.")
  public Slice<Batch> list(@Valid @BeanParam SliceParams part) {
    return batches.list(part);
  }

  @POST
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Make a batch of devices",
      description =
          "Up to 100000, named by a pattern with a counter, each with a secret of its own;"
              + " all or none. With an Idempotency-Key it may safely be repeated.")
  @APIResponseSchema(value = Batch.class, responseCode = "201")
  public Response create(
      @NotNull @Valid BatchDraft draft, @HeaderParam(Once.HEADER) @Nullable String key) {
    String author = identity.getPrincipal().getName();
    return once.answer(key, "batches", draft, () -> batches.create(draft, author, Instant.now()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a batch")
  public RestResponse<Batch> get(@PathParam("id") UUID id) {
    Batch view = batches.require(id);
    return Versions.ok(view, view.version());
  }

  @POST
  @Path("/{id}/close")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Close a batch",
      description =
          "Its secrets can no longer be downloaded; there is no way back. The devices"
              + " work on.")
  public RestResponse<Batch> close(
      @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Batch view = batches.close(id, ifMatch, Instant.now());
    return Versions.ok(view, view.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Delete a batch that has no devices any more",
      description = "The notes of its downloads go with it.")
  public void delete(@PathParam("id") UUID id) {
    batches.delete(id);
  }
}
