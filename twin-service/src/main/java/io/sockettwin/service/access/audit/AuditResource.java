package io.sockettwin.service.access.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/audit")
@RunOnVirtualThread
@RolesAllowed(Rights.ADMINISTER)
@Tag(name = "Audit", description = "Who changed what")
class AuditResource {
  private final AuditLog log;

  AuditResource(AuditLog log) {
    this.log = log;
  }

  @GET
  @Operation(
      summary = "List what was changed, the newest first",
      description = "Refused attempts as well; readings of secrets too.")
  public Slice<AuditEntry> list(
      @Valid @BeanParam AuditFilter filter, @Valid @BeanParam SliceParams part) {
    return log.list(filter, part);
  }
}
