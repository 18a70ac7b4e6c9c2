package io.sockettwin.service.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted.
public record SliceParams(
    @QueryParam("size")
        @DefaultValue("50")
        @Min(1)
        @Max(SliceParams.MAX_SIZE)
        @Parameter(description = "How many items at most")
        int size,
    @QueryParam("after") @Parameter(description = "The `next` of the part before")
        @Nullable String after) {
  static final int MAX_SIZE = 200;

  /// One more than wanted, to tell whether there are more.
  public int limit() {
    return size + 1;
  }

  public boolean isFirst() {
    return after == null;
  }

  /// Where to go on, if this is not the first part.
  public Optional<Cursor> cursor(int keys) {
    return Optional.ofNullable(after).map(text -> Cursor.parse(text, keys));
  }
}
