package io.sockettwin.service.push.channel;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.kind.Recipient;
import io.sockettwin.service.push.kind.Subscription;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/channels/{channel}/subscriptions")
@RunOnVirtualThread
@Tag(name = "Channels")
class SubscriptionResource {
  /// A browser as its Push API describes it, and how its user reads.
  record Draft(@NotNull String endpoint, @NotNull @Valid Keys keys, @NotNull Language language) {
    record Keys(@NotNull String p256dh, @NotNull String auth) {}

    @Override
    public String toString() {
      return "Draft[hidden]";
    }
  }

  record Subscribed(String id) {}

  /// What `pushManager.subscribe` wants as `applicationServerKey`.
  record ServerKey(String applicationServerKey) {}

  private final Channels channels;
  private final Subscriptions subscriptions;
  private final Trial trial;
  private final Vapid vapid;
  private final SecurityIdentity identity;

  SubscriptionResource(
      Channels channels,
      Subscriptions subscriptions,
      Trial trial,
      Vapid vapid,
      SecurityIdentity identity) {
    this.channels = channels;
    this.subscriptions = subscriptions;
    this.trial = trial;
    this.vapid = vapid;
    this.identity = identity;
  }

  @GET
  @Path("/key")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "The key a browser subscribes with")
  public ServerKey key() {
    return new ServerKey(vapid.applicationServerKey());
  }

  @POST
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Subscribe a browser", description = "Again for the same one: updates it.")
  public Subscribed subscribe(@PathParam("channel") String channel, @NotNull @Valid Draft draft) {
    Subscription subscription =
        new Subscription(
            draft.endpoint(), new Subscription.Keys(draft.keys().p256dh(), draft.keys().auth()));
    String owner = identity.getPrincipal().getName();
    return new Subscribed(
        subscriptions.subscribe(channel, subscription, draft.language(), owner, Instant.now()));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "End a browser's subscription")
  public void unsubscribe(@PathParam("channel") String channel, @PathParam("id") String id) {
    subscriptions.unsubscribe(channel, id, Instant.now());
  }

  @POST
  @Path("/{id}/test")
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "Send a test message to this browser at once",
      description = "Tells what its push service answered.")
  public Trial.Result test(@PathParam("channel") String channel, @PathParam("id") String id) {
    List<Recipient> browser = List.of(subscriptions.recipient(channel, id));
    return trial.run(channels.usable(channel), browser, Instant.now()).getFirst();
  }
}
