package io.sockettwin.service.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.telemetry.ControlReader.ControlPage;
import io.sockettwin.service.telemetry.EventReader.EventPage;
import io.sockettwin.service.telemetry.PastTwinReader.PastTwin;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/history")
@RunOnVirtualThread
@Tag(name = "History", description = "What devices reported, announced and were asked in the past")
class HistoryResource {
  private static final String SERIES =
      "Each report as it came or, with a step, aggregates of the numbers. With Accept: text/csv all"
          + " rows in one answer of any length.";

  private final Twins twins;
  private final Layouts layouts;
  private final SeriesReader series;
  private final EventReader events;
  private final ControlReader controls;
  private final PastTwinReader pastTwins;
  private final TelemetryConfig config;

  HistoryResource(
      Twins twins,
      Layouts layouts,
      SeriesReader series,
      EventReader events,
      ControlReader controls,
      PastTwinReader pastTwins,
      TelemetryConfig config) {
    this.twins = twins;
    this.layouts = layouts;
    this.series = series;
    this.events = events;
    this.controls = controls;
    this.pastTwins = pastTwins;
    this.config = config;
  }

  @GET
  @Path("/devices/{productId}/{name}/reports")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What a device reported", description = SERIES)
  public SeriesView reports(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @BeanParam SeriesParams params) {
    DeviceKey device = twins.require(productId, name);
    return series.page(device, query(device, params));
  }

  @GET
  @Path("/devices/{productId}/{name}/reports")
  @Produces(Csv.MEDIA_TYPE)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What a device reported", description = SERIES)
  public StreamingOutput reportsAsCsv(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @BeanParam SeriesParams params) {
    DeviceKey device = twins.require(productId, name);
    SeriesQuery query = query(device, params);
    return out -> series.write(device, query, out);
  }

  @GET
  @Path("/devices/{productId}/{name}/twin")
  @RolesAllowed(Rights.LOOK)
  @Operation(
      summary = "Show a device's twin as it was",
      description = "At the moment `at`, from what was reported in the week before.")
  public PastTwin twin(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @QueryParam("at") @Nullable String at) {
    DeviceKey device = twins.require(productId, name);
    if (at == null) {
      throw Params.invalid("at", "is missing");
    }
    Instant moment = Params.moment("at", at, ZoneOffset.UTC, Instant.EPOCH);
    return pastTwins.read(device, layout(device), moment);
  }

  @GET
  @Path("/devices/{productId}/{name}/controls")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What a device was asked, the newest first")
  public ControlPage controls(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("after") @Nullable String after) {
    DeviceKey device = twins.require(productId, name);
    return controls.page(device, from, to, stage, limit, after, Instant.now());
  }

  @GET
  @Path("/events")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What devices announced, the newest first")
  public EventPage events(@BeanParam EventParams params) {
    return events.page(params, Instant.now());
  }

  @GET
  @Path("/events")
  @Produces(Csv.MEDIA_TYPE)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What devices announced, the newest first")
  public StreamingOutput eventsAsCsv(@BeanParam EventParams params) {
    Instant now = Instant.now();
    events.check(params, now);
    return out -> events.write(params, now, out);
  }

  private SeriesQuery query(DeviceKey device, SeriesParams params) {
    Instant now = Instant.now();
    return SeriesQuery.parse(params, layout(device), now, now.minus(config.reports()));
  }

  private Layout layout(DeviceKey device) {
    try {
      return layouts
          .of(device.productId())
          .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "The product is gone.").refused());
    } catch (SQLException e) {
      throw Problem.of(ProblemCode.UNAVAILABLE, "The database does not answer.").refused();
    }
  }
}
