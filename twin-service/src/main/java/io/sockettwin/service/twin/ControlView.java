package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Control;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A control as REST shows it.
///
/// @param code what the device answered, 0 until then
record ControlView(
    String id,
    ObjectNode values,
    Control.Stage stage,
    Instant acceptedAt,
    Instant expiresAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant settledAt,
    int code,
    String status) {

  static ControlView of(Control control) {
    return new ControlView(
        control.id(),
        Value.toJson(control.values()),
        control.stage(),
        control.acceptedAt(),
        control.expiresAt(),
        control.sentAt(),
        control.deliveredAt(),
        control.settledAt(),
        control.code(),
        control.status());
  }
}
