package io.sockettwin.service.access.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tokens")
@RunOnVirtualThread
@RolesAllowed(Rights.ADMINISTER)
@Tag(name = "Tokens", description = "The programs of all users")
class TokenResource {
  private final Tokens tokens;

  TokenResource(Tokens tokens) {
    this.tokens = tokens;
  }

  @GET
  @Operation(summary = "List everybody's tokens")
  public Slice<TokenView> list(@Valid @BeanParam SliceParams part) {
    return tokens.list(part);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revoke a token")
  public void revoke(@PathParam("id") UUID id) {
    if (!tokens.revoke(id, Optional.empty())) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no token " + id + ".").refused();
    }
  }
}
