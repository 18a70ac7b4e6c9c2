package io.sockettwin.service.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/roles")
@RunOnVirtualThread
@Tag(name = "Users")
class RoleResource {
  /// A role, and what it may do.
  record RoleView(
      Role role,
      List<String> rights,
      @Schema(description = "Every device and home, not only one's own and those shared")
          boolean seesAll) {
    static RoleView of(Role role) {
      return new RoleView(role, role.rights().stream().sorted().toList(), role.seesAll());
    }
  }

  @GET
  @RolesAllowed(Rights.ADMINISTER)
  @Operation(summary = "List the roles and their rights")
  public List<RoleView> list() {
    return Arrays.stream(Role.values()).map(RoleView::of).toList();
  }
}
