package io.sockettwin.service.telemetry;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which events are wanted, as it stands in the URL.
public final class EventParams {
  @QueryParam("productId")
  @Nullable String productId;

  @QueryParam("name")
  @Parameter(description = "Of one device; needs the product")
  @Nullable String name;

  @QueryParam("eventId")
  @Nullable String eventId;

  @QueryParam("kind")
  @Parameter(description = "info, alert or fault")
  @Nullable String kind;

  @QueryParam("from")
  @Parameter(description = "A moment with offset, or a date of UTC; 30 days before `to` by default")
  @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "A moment with offset, or a date of UTC; now by default; not included")
  @Nullable String to;

  @QueryParam("limit")
  @Parameter(
      description = "How many at most, 1 to 10000; 1000 by default",
      schema = @Schema(type = SchemaType.INTEGER))
  @Nullable String limit;

  @QueryParam("after")
  @Parameter(description = "`next` of the page before")
  @Nullable String after;
}
