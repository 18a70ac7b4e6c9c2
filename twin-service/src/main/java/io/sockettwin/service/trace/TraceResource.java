package io.sockettwin.service.trace;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.identity.Followed;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/api/devices/{productId}/{name}")
@Tag(name = "Online debugging", description = "What goes between a device and the service")
class TraceResource {
  /// Messages that wait for a slow reader; who falls behind further is cut off.
  private static final int MAX_BEHIND = 1_000;

  static final int MAX_HOURS = 168;

  /// For how long messages shall be kept.
  record Switch(@Schema(examples = "24") @NotNull @Min(1) @Max(MAX_HOURS) Integer hours) {}

  /// Whether messages are kept.
  record Switched(boolean on, @Nullable Instant until) {}

  private final Devices devices;
  private final Audience audience;
  private final LogSwitches switches;
  private final LoggedMessages messages;
  private final Followed followed;

  TraceResource(
      Devices devices,
      Audience audience,
      LogSwitches switches,
      LoggedMessages messages,
      Followed followed) {
    this.devices = devices;
    this.audience = audience;
    this.switches = switches;
    this.messages = messages;
    this.followed = followed;
  }

  @GET
  @Path("/messages/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Watch a device's messages",
      description =
          "Both directions as they happen, with their meaning and, where something is"
              + " refused, the rule; secrets are hidden.")
  @Blocking
  public Multi<Traced> live(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    DeviceKey device = devices.require(productId, name);
    Multi<Traced> messages =
        Multi.createFrom()
            .<Traced>emitter(
                emitter -> {
                  emitter.onTermination(audience.join(device, emitter::emit));
                  emitter.emit(Tracer.watching(Instant.now()));
                },
                MAX_BEHIND);
    return followed.whileAllowed(messages, _ -> true);
  }

  @GET
  @Path("/messages")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "List a device's kept messages",
      description =
          "Newest first, within `from` and `to` (ISO 8601); only those refused with"
              + " `refused=true`.")
  @RunOnVirtualThread
  public Slice<Traced> list(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @Valid @BeanParam MessageFilter filter,
      @Valid @BeanParam SliceParams part) {
    return messages.list(devices.require(productId, name), filter, part);
  }

  @GET
  @Path("/message-log")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Tell whether a device's messages are kept")
  @RunOnVirtualThread
  public Switched log(@PathParam("productId") String productId, @PathParam("name") String name) {
    Instant until = switches.until(devices.require(productId, name)).orElse(null);
    return new Switched(until != null, until);
  }

  @PUT
  @Path("/message-log")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Keep a device's messages for some hours",
      description = "Of a busy device at most so many a minute as configured.")
  @RunOnVirtualThread
  public Switched on(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @NotNull @Valid Switch wanted) {
    Instant until = Instant.now().plus(Duration.ofHours(wanted.hours()));
    switches.on(devices.require(productId, name), until);
    return new Switched(true, until);
  }

  @DELETE
  @Path("/message-log")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Keep a device's messages no longer", description = "Those kept stay.")
  @RunOnVirtualThread
  public void off(@PathParam("productId") String productId, @PathParam("name") String name) {
    switches.off(devices.require(productId, name));
  }
}
