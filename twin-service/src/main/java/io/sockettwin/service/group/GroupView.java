package io.sockettwin.service.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group as REST shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupView(UUID id, String name, @Nullable String note, Instant createdAt, int version) {

  static GroupView of(GroupRow row) {
    GroupFields fields = row.fields();
    return new GroupView(row.id, fields.name(), fields.note(), row.createdAt, row.version);
  }
}
