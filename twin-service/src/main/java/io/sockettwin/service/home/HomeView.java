package io.sockettwin.service.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.place.Position;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A home as REST shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record HomeView(
    UUID id,
    String name,
    String timeZone,
    @Nullable Position position,
    @Nullable String note,
    Instant createdAt,
    int version) {

  static HomeView of(HomeRow row) {
    HomeFields fields = row.fields();
    return new HomeView(
        row.id,
        fields.name(),
        fields.timeZone(),
        fields.position(),
        fields.note(),
        row.createdAt,
        row.version);
  }
}
