package io.sockettwin.service.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/twins/{productId}/{name}/actions/{actionId}")
@Tag(name = "Actions", description = "What a device does when it is told to")
class ActionResource {
  private static final int MAX_SECONDS = 60;

  private final Twins twins;
  private final Products products;
  private final Calls calls;

  ActionResource(Twins twins, Products products, Calls calls) {
    this.twins = twins;
    this.products = products;
    this.calls = calls;
  }

  /// A device's answer to an action.
  ///
  /// @param code the device's own: 0 for done
  /// @param misfit what of the response does not fit the data template, which is passed on all the
  ///   same (protocol section 7)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActionAnswer(
      String actionId, int code, String status, ObjectNode response, @Nullable String misfit) {}

  @POST
  @RolesAllowed(Rights.CONTROL)
  @Operation(
      summary = "Have a device carry out an action, and wait for its answer",
      description =
          """
          The body holds the action's inputs, all of them. 409 with the code device-offline when the \
          device is not connected, 504 with device-timeout when it does not answer; it may have acted \
          then. Nothing is queued.\
          """)
  @RunOnVirtualThread
  public ActionAnswer act(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @PathParam("actionId") String actionId,
      @QueryParam("timeoutSeconds") @DefaultValue("5") @Min(1) @Max(MAX_SECONDS) int timeoutSeconds,
      @NotNull ObjectNode input) {
    DeviceKey device = twins.require(productId, name);
    DataTemplate template = products.find(productId).map(Product::template).orElseThrow();
    ObjectNode checked = checked(template, actionId, input);
    String token = "a-" + UUID.randomUUID();
    var action = new Message.Action(ClientToken.of(token), actionId, Instant.now(), checked);
    var reply =
        (Message.ActionReply) calls.call(device, token, action, Duration.ofSeconds(timeoutSeconds));
    String misfit =
        switch (template.checkActionOutput(actionId, reply.response())) {
          case Check.Accepted _ -> null;
          case Check.Refused(_, _, String reason) -> reason;
        };
    return new ActionAnswer(actionId, reply.code(), reply.status(), reply.response(), misfit);
  }

  private static ObjectNode checked(DataTemplate template, String actionId, ObjectNode input) {
    return switch (template.checkActionInput(actionId, input)) {
      case Check.Accepted(var values) -> Value.toJson(values);
      case Check.Refused(int code, _, String reason) when code == Check.NOT_DEFINED ->
          throw Problem.of(ProblemCode.NOT_FOUND, reason + ".").refused();
      case Check.Refused(_, _, String reason) ->
          throw Problem.of(
                  ProblemCode.INVALID, "The input does not fit.", new Flaw("input", reason))
              .refused();
    };
  }
}
