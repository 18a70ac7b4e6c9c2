package io.sockettwin.service.telemetry;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What is wanted of a device's past, as it stands in the URL.
public final class SeriesParams {
  @QueryParam("from")
  @Parameter(description = "A moment with offset, or a date; a day before `to` by default")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "A moment with offset, or a date; now by default; not included")
  @Nullable String to;

  @QueryParam("step")
  @Parameter(description = "10s, 30s, 1m, 5m, 15m, 1h, 1d, 1w or 1mo; absent: each report")
  @Nullable String step;

  @QueryParam("points")
  @Parameter(
      description = "Instead of a step: how many points at most, 10 to 10000",
      schema = @Schema(type = SchemaType.INTEGER))
  @Nullable String points;

  @QueryParam("aggregate")
  @Parameter(description = "Of avg, min, max, last, count, separated by commas; avg by default")
  @Nullable String aggregate;

  @QueryParam("properties")
  @Parameter(description = "Separated by commas; all by default")
  @Nullable String properties;

  @QueryParam("zone")
  @Parameter(description = "Time zone of hours, days, weeks and months; UTC by default")
  @Nullable String zone;

  @QueryParam("limit")
  @Parameter(
      description = "How many points at most, 1 to 10000; 1000 by default",
      schema = @Schema(type = SchemaType.INTEGER))
  @Nullable String limit;

  @QueryParam("after")
  @Parameter(description = "`next` of the page before")
  @Nullable String after;
}
