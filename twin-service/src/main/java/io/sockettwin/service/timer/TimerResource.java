package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.telemetry.Csv;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/timers")
@RunOnVirtualThread
@Tag(name = "Timers", description = "What devices are to do at their time")
class TimerResource {
  private final Timers timers;
  private final TimerReader reader;
  private final Once once;

  TimerResource(Timers timers, TimerReader reader, Once once) {
    this.timers = timers;
    this.reader = reader;
    this.once = once;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "List timers, the oldest first",
      description = "Those that satisfy everything given.")
  public Slice<TimerView> list(
      @Valid @BeanParam TimerFilter filter, @Valid @BeanParam SliceParams part) {
    return reader.timers(filter, part);
  }

  @POST
  @RolesAllowed(Rights.CONTROL)
  @Operation(summary = "Set a timer")
  @APIResponseSchema(value = TimerView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid TimerDraft timer, @HeaderParam(Once.HEADER) @Nullable String key) {
    return once.answer(key, "timers", timer, () -> timers.create(timer, Instant.now()));
  }

  @GET
  @Path("/{timerId}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a timer")
  public RestResponse<TimerView> get(@PathParam("timerId") UUID id) {
    TimerView view = timers.get(id);
    return Versions.ok(view, view.version());
  }

  @PATCH
  @Path("/{timerId}")
  @RolesAllowed(Rights.CONTROL)
  @Operation(
      summary = "Change a timer, switch it on or off",
      description = "A merge patch (RFC 7396); a rule is replaced as a whole.")
  public RestResponse<TimerView> change(
      @PathParam("timerId") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = TimerDraft.class))) @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    TimerView view = timers.change(id, change, ifMatch, Instant.now());
    return Versions.ok(view, view.version());
  }

  @DELETE
  @Path("/{timerId}")
  @RolesAllowed(Rights.CONTROL)
  @Operation(summary = "Delete a timer and its history")
  public void delete(
      @PathParam("timerId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    timers.delete(id, ifMatch);
  }

  @GET
  @Path("/{timerId}/firings")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List what a timer did and is about to do, the newest first")
  public Slice<FiringView> firings(
      @PathParam("timerId") UUID id, @Valid @BeanParam SliceParams part) {
    timers.requireExisting(id);
    return reader.firings(id, part);
  }

  @GET
  @Path("/{timerId}/firings")
  @Produces(Csv.MEDIA_TYPE)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List what a timer did and is about to do, the newest first")
  public StreamingOutput firingsAsCsv(@PathParam("timerId") UUID id) {
    timers.requireExisting(id);
    return out -> reader.export(id, out);
  }
}
