package io.sockettwin.service.push.outbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.Nudge;
import io.sockettwin.service.push.outbox.Settlement.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/push-messages")
@RunOnVirtualThread
@Tag(name = "Push messages", description = "What was sent, what waits, and what was given up")
class MessageResource {
  /// How many messages are tried again.
  record Retried(int messages) {}

  private final Messages messages;
  private final Nudge nudge;

  MessageResource(Messages messages, Nudge nudge) {
    this.messages = messages;
    this.nudge = nudge;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "List messages, newest first",
      description = "With state=dead those that were given up.")
  public Page<MessageView> list(
      @QueryParam("state") @Nullable String state,
      @QueryParam("channel") @Nullable String channel,
      @Valid @BeanParam PageParams page) {
    return messages.page(state == null ? null : parse(state), channel, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a message")
  public MessageView get(@PathParam("id") String id) {
    return messages.get(id);
  }

  @POST
  @Path("/retry")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Try all dead messages again, of a channel or of all")
  public Retried retryAll(@QueryParam("channel") @Nullable String channel) {
    int retried = messages.retryAll(channel, Instant.now());
    nudge.give();
    return new Retried(retried);
  }

  @POST
  @Path("/{id}/retry")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Try a dead message again")
  public MessageView retry(@PathParam("id") String id) {
    requireDead(messages.retry(id, Instant.now()), id);
    nudge.give();
    return messages.get(id);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Drop a dead message")
  public void drop(@PathParam("id") String id) {
    requireDead(messages.drop(id), id);
  }

  private void requireDead(boolean wasDead, String id) {
    if (!wasDead) {
      String state = messages.get(id).state();
      throw Problem.of(ProblemCode.IN_USE, "Message " + id + " is " + state + ", not dead.")
          .refused();
    }
  }

  private static State parse(String text) {
    return Arrays.stream(State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> {
          Flaw flaw = new Flaw("state", "must be waiting, accepted, dead or dropped");
          return Problem.of(ProblemCode.INVALID, "There is no such state.", flaw).refused();
        });
  }
}
