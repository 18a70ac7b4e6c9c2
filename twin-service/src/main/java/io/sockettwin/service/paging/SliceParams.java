package io.sockettwin.service.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted.
public final class SliceParams {
  static final int MAX_SIZE = 200;

  @QueryParam("size")
  @DefaultValue("50")
  @Min(1)
  @Max(MAX_SIZE)
  @Parameter(description = "How many items at most")
  int size;

  @QueryParam("after")
  @Parameter(description = "The `next` of the part before")
  @Nullable String after;

  public SliceParams() {
    this(50, null);
  }

  public SliceParams(int size, @Nullable String after) {
    this.size = size;
    this.after = after;
  }

  public int size() {
    return size;
  }

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
