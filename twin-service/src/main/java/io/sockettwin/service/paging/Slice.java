package io.sockettwin.service.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A part of a list, and where the next one begins. Going on from the last item instead of counting
/// pages stays quick in long lists, and neither repeats nor skips what others add meanwhile.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slice<T>(
    List<T> items,
    @Schema(description = "Pass it as `after` for the next part; absent in the last one")
        @Nullable String next,
    @Schema(description = "How many there are in all; in the first part only")
        @Nullable Long total) {
  public Slice {
    items = List.copyOf(items);
  }

  /// Makes a slice of the rows that were found, one more than wanted when there are more.
  public static <R, T> Slice<T> of(
      List<R> found, SliceParams wanted, Function<R, Cursor> place, Function<R, T> view) {
    boolean more = found.size() > wanted.size();
    List<R> rows = more ? found.subList(0, wanted.size()) : found;
    String next = more ? place.apply(rows.getLast()).text() : null;
    return new Slice<>(rows.stream().map(view).toList(), next, null);
  }

  public Slice<T> withTotal(long count) {
    return new Slice<>(items, next, count);
  }
}
