package io.sockettwin.service.access.identity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/account/tokens")
@RunOnVirtualThread
@RolesAllowed(Rights.ACCOUNT)
@Tag(name = "Account")
class MyTokenResource {
  private final Tokens tokens;
  private final Once once;
  private final Visible visible;

  MyTokenResource(Tokens tokens, Once once, Visible visible) {
    this.tokens = tokens;
    this.once = once;
    this.visible = visible;
  }

  @GET
  @Operation(summary = "List your tokens")
  public List<TokenView> list() {
    return tokens.of(visible.caller().name());
  }

  @POST
  @Operation(summary = "Draw a token for a program", description = "Shows it, once.")
  @APIResponseSchema(value = TokenView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid TokenDraft token, @HeaderParam(Once.HEADER) @Nullable String key) {
    String user = visible.caller().name();
    return once.answer(key, "tokens", token, () -> tokens.create(user, token, Instant.now()));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revoke a token of yours")
  public void revoke(@PathParam("id") UUID id) {
    if (!tokens.revoke(id, Optional.of(visible.caller().name()))) {
      throw Problem.of(ProblemCode.NOT_FOUND, "You have no token " + id + ".").refused();
    }
  }
}
