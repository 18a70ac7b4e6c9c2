package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.push.Receipt;
import io.sockettwin.service.push.Severity;
import io.sockettwin.service.push.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alarm as REST shows it.
///
/// @param shadow found silently by a flow in shadow mode
/// @param eventAt when it began, by the device's clock
/// @param receivedAt when the message came from which it was decided
/// @param comments only where one alarm is shown
/// @param receipts of what the channels were told of it, one for each recipient; only where one
///   alarm is shown
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlarmView(
    String id,
    String flowId,
    String productId,
    String device,
    long episode,
    boolean shadow,
    AlarmState state,
    Severity severity,
    Texts title,
    Texts text,
    String reason,
    Instant eventAt,
    Instant receivedAt,
    Instant decidedAt,
    long hits,
    Instant lastHitAt,
    @Nullable Instant clearedAt,
    @Nullable String clearReason,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant escalatedAt,
    @Nullable List<CommentView> comments,
    @Nullable List<Receipt> receipts) {

  record CommentView(Instant at, String author, String text) {}

  AlarmView with(List<CommentView> said, List<Receipt> told) {
    return new AlarmView(
        id,
        flowId,
        productId,
        device,
        episode,
        shadow,
        state,
        severity,
        title,
        text,
        reason,
        eventAt,
        receivedAt,
        decidedAt,
        hits,
        lastHitAt,
        clearedAt,
        clearReason,
        acknowledgedAt,
        acknowledgedBy,
        escalatedAt,
        said,
        told);
  }
}
