package io.sockettwin.service.push.outbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.push.Receipt;
import io.sockettwin.service.push.Receipts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/notices")
@RunOnVirtualThread
@Tag(name = "Push messages")
class NoticeResource {
  private final Receipts receipts;

  NoticeResource(Receipts receipts) {
    this.receipts = receipts;
  }

  @GET
  @Path("/{key}/receipts")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "How far a notice has come, for each recipient",
      description = "The key of a notice is the id of its CloudEvent.")
  public List<Receipt> receipts(@PathParam("key") String key) throws SQLException {
    return receipts.of(key);
  }
}
