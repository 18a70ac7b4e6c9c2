package io.sockettwin.service.telemetry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A device's past as REST tells it.
///
/// @param source report, minute, hour or day: from which table the points come
/// @param points by time, the names as in that table; what is not known is left out
/// @param next how the following page is asked for; absent on the last
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeriesView(
    String productId,
    String name,
    Instant from,
    Instant to,
    @Nullable String step,
    String source,
    List<Map<String, Object>> points,
    @Nullable String next) {}
