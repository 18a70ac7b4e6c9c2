package io.sockettwin.service.binding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/bind-tokens")
@RunOnVirtualThread
@Tag(name = "Binding", description = "Whose a device is")
class BindTokenResource {
  private final BindTokens tokens;
  private final BindingConfig config;
  private final SecurityIdentity caller;

  BindTokenResource(BindTokens tokens, BindingConfig config, SecurityIdentity caller) {
    this.tokens = tokens;
    this.config = config;
    this.caller = caller;
  }

  /// A token to be given to a device.
  record BindToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "BindToken[hidden]";
    }
  }

  /// How far a token has come.
  enum State {
    WAITING,
    BOUND,
    EXPIRED
  }

  /// What became of a token.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokenState(
      State state, Instant expiresAt, @Nullable String productId, @Nullable String name) {}

  @POST
  @RolesAllowed(Rights.ARRANGE)
  @Operation(
      summary = "Draw a token for a device",
      description = "The device that presents it is bound to whoever asked for it. Shown once.")
  @APIResponseSchema(value = BindToken.class, responseCode = "201")
  public RestResponse<BindToken> issue() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant expiresAt = now.plus(config.tokenLife());
    String token = tokens.issue(caller.getPrincipal().getName(), now, expiresAt);
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, new BindToken(token, expiresAt))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{token}")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Tell whether a device has presented a token of yours, and which")
  public TokenState state(@PathParam("token") String token) {
    BindTokenRow row =
        tokens
            .find(token, caller.getPrincipal().getName())
            .orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "You have no such token.").refused());
    DeviceKey device = row.device();
    if (device != null) {
      return new TokenState(State.BOUND, row.expiresAt, device.productId(), device.deviceName());
    }
    State state = row.expiresAt.isBefore(Instant.now()) ? State.EXPIRED : State.WAITING;
    return new TokenState(state, row.expiresAt, null, null);
  }
}
