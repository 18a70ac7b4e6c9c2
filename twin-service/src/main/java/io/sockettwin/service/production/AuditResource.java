package io.sockettwin.service.production;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/production/batches/{id}/audit")
@RunOnVirtualThread
@Tag(name = "Production")
class AuditResource {
  private final Batches batches;
  private final Audit audit;

  AuditResource(Batches batches, Audit audit) {
    this.batches = batches;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Audit a batch",
      description =
          "How many devices are activated, were never seen, are held twice at once"
              + " (cloned) or told two hardware ids (burned twice); and who downloaded what.")
  public BatchAudit audit(@PathParam("id") UUID id) {
    return audit.of(batches.require(id).id());
  }

  @GET
  @Path("/devices")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "List what became of the devices of a batch",
      description = "`finding` is any, activated, never-seen, cloned or burned-twice.")
  public Slice<AuditedDevice> devices(
      @PathParam("id") UUID id,
      @QueryParam("finding")
          @DefaultValue("any")
          @Pattern(regexp = AuditFinding.TEXTS, message = "must be one of " + AuditFinding.TEXTS)
          String finding,
      @Valid @BeanParam SliceParams part) {
    return audit.devices(batches.require(id).id(), AuditFinding.of(finding), part);
  }
}
