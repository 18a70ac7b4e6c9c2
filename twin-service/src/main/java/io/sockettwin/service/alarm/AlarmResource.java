package io.sockettwin.service.alarm;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.access.identity.Followed;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/alarms")
@Tag(name = "Alarms", description = "What flows found, and what people made of it")
class AlarmResource {
  private static final int MAX_BEHIND = 1_000;

  /// What somebody has to say about an alarm.
  record CommentDraft(@NotBlank @Size(max = 1_000) String text) {}

  private final Alarms alarms;
  private final AlarmFeed feed;
  private final Visible visible;
  private final Followed followed;

  AlarmResource(Alarms alarms, AlarmFeed feed, Visible visible, Followed followed) {
    this.alarms = alarms;
    this.feed = feed;
    this.visible = visible;
    this.followed = followed;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Search alarms, newest first")
  @RunOnVirtualThread
  public Page<AlarmView> list(
      @Valid @BeanParam AlarmFilter filter, @Valid @BeanParam PageParams page) {
    return alarms.page(filter, page);
  }

  @GET
  @Path("/export.csv")
  @Produces("text/csv")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Export alarms as CSV")
  @Blocking
  public Response csv(@Valid @BeanParam AlarmFilter filter) {
    // Refused before the first byte if it is wrong.
    AlarmFilter.Where where = alarms.where(filter);
    StreamingOutput rows = out -> AlarmExport.csv(out, alarms, where);
    return Response.ok(rows)
        .header("Content-Disposition", "attachment; filename=\"alarms.csv\"")
        .build();
  }

  @GET
  @Path("/export.json")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Export alarms as a JSON list")
  @Blocking
  public Response json(@Valid @BeanParam AlarmFilter filter) {
    AlarmFilter.Where where = alarms.where(filter);
    StreamingOutput rows = out -> AlarmExport.json(out, alarms, where);
    return Response.ok(rows)
        .header("Content-Disposition", "attachment; filename=\"alarms.json\"")
        .build();
  }

  @GET
  @Path("/live")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "Follow alarms",
      description = "Each alarm when it is raised or changed here from now on.")
  @Blocking
  public Multi<AlarmView> live() {
    Caller caller = visible.caller();
    Multi<AlarmView> all =
        Multi.createFrom()
            .emitter(
                emitter ->
                    emitter.onTermination(
                        feed.follow(alarm -> {
                          if (visible.sees(
                              caller, new DeviceKey(alarm.productId(), alarm.device()))) {
                            emitter.emit(alarm);
                          }
                        })),
                // Whoever is further behind is cut off and reads the list instead.
                MAX_BEHIND);
    return followed.whileAllowed(all, _ -> true);
  }

  @GET
  @Path("/{alarmId}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show an alarm with its comments")
  @RunOnVirtualThread
  public AlarmView get(@PathParam("alarmId") String id) {
    return alarms.get(id);
  }

  @POST
  @Path("/{alarmId}/acknowledgement")
  @RolesAllowed(Rights.CONTROL)
  @Operation(
      summary = "Acknowledge an alarm",
      description = "Says that somebody cares, and stops the escalation. The first one counts.")
  @RunOnVirtualThread
  public AlarmView acknowledge(@PathParam("alarmId") String id) {
    return alarms.acknowledge(id, visible.caller().name(), Instant.now());
  }

  @POST
  @Path("/{alarmId}/closure")
  @RolesAllowed(Rights.CONTROL)
  @Operation(
      summary = "Close an alarm by hand",
      description =
          "Says that it is over. It is raised again only after the flow itself has found its end.")
  @RunOnVirtualThread
  public AlarmView close(@PathParam("alarmId") String id) {
    return alarms.close(id, visible.caller().name(), Instant.now());
  }

  @POST
  @Path("/{alarmId}/comments")
  @RolesAllowed(Rights.CONTROL)
  @Operation(summary = "Comment on an alarm")
  @RunOnVirtualThread
  public AlarmView comment(@PathParam("alarmId") String id, @NotNull @Valid CommentDraft draft) {
    return alarms.comment(id, visible.caller().name(), draft.text(), Instant.now());
  }
}
