package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a flow would have done.
///
/// @param inputs reports, events, comings and goings that it was shown
/// @param complete whether that was all there is; else the limits of a back-test were reached
/// @param total of the alarms, of which the first are listed
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackTestView(
    int devices,
    long inputs,
    boolean complete,
    long milliseconds,
    int total,
    List<Would> alarms,
    @Nullable ComparisonView comparison) {
  record Would(String device, Found alarm) {}
}
