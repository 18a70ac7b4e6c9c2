package io.sockettwin.service.push.channel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/channels")
@RunOnVirtualThread
@Tag(name = "Channels", description = "Where alarms are told")
class ChannelResource {
  private final Channels channels;
  private final Subscriptions subscriptions;
  private final Trial trial;

  ChannelResource(Channels channels, Subscriptions subscriptions, Trial trial) {
    this.channels = channels;
    this.subscriptions = subscriptions;
    this.trial = trial;
  }

  @GET
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List channels")
  public Page<ChannelView> list(@Valid @BeanParam PageParams page) {
    return channels.page(page);
  }

  @POST
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Create a channel",
      description = "Its secrets are sealed and never shown again.")
  @APIResponseSchema(value = ChannelView.class, responseCode = "201")
  public RestResponse<ChannelView> create(@NotNull @Valid ChannelDraft draft) {
    ChannelView created = channels.create(draft, Instant.now());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
        .location(UriBuilder.fromPath("/api/channels/{id}").build(created.id()))
        .header("ETag", Versions.tag(created.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a channel")
  public RestResponse<ChannelView> get(@PathParam("id") String id) {
    return tagged(channels.get(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Change a channel",
      description = "Secrets that are not named stay. With If-Match only the version seen.")
  public RestResponse<ChannelView> change(
      @PathParam("id") String id,
      @NotNull @Valid ChannelDraft draft,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    ChannelView changed = channels.change(id, draft, ifMatch, Instant.now());
    channels.changed(id);
    return tagged(changed);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a channel with everything it was to tell and has told")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    channels.delete(id, ifMatch);
    channels.changed(id);
  }

  @POST
  @Path("/{id}/test")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Send a test message at once, to the first recipients",
      description = "Tells what the channel answered; works for a disabled channel too.")
  public List<Trial.Result> test(@PathParam("id") String id) {
    Channel channel = channels.usable(id);
    return trial.run(channel, subscriptions.recipients(id), Instant.now());
  }

  private static RestResponse<ChannelView> tagged(ChannelView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", Versions.tag(view.version()))
        .build();
  }
}
