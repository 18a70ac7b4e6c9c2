package io.sockettwin.service.access.sharing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.sharing.Shares.Share;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/account/shares")
@RunOnVirtualThread
@RolesAllowed(Rights.ACCOUNT)
@Tag(name = "Account")
class MyShareResource {
  private final Shares shares;
  private final Visible visible;

  MyShareResource(Shares shares, Visible visible) {
    this.shares = shares;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "List the devices that are shared with you")
  public List<Share> list() {
    return shares.of(visible.caller().name());
  }
}
