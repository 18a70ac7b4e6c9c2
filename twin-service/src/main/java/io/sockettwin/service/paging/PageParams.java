package io.sockettwin.service.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/// Which part of a list is wanted.
public final class PageParams {
  static final int MAX_SIZE = 200;
  static final int MAX_PAGE = 1_000_000;

  @QueryParam("page")
  @DefaultValue("0")
  @Min(0)
  @Max(MAX_PAGE)
  int page;

  @QueryParam("size")
  @DefaultValue("50")
  @Min(1)
  @Max(MAX_SIZE)
  int size;

  public int page() {
    return page;
  }

  public int size() {
    return size;
  }
}
