package io.sockettwin.service.paging;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.List;
import java.util.function.Function;

/// A part of a list, and how long the whole is.
public record Page<T>(List<T> items, int page, int size, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /// Runs the query for the part that was asked for.
  public static <R, T> Page<T> of(PanacheQuery<R> query, PageParams wanted, Function<R, T> view) {
    List<R> rows = query.page(wanted.page, wanted.size).list();
    return new Page<>(rows.stream().map(view).toList(), wanted.page, wanted.size, query.count());
  }
}
