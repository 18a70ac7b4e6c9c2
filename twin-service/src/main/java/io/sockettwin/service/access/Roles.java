package io.sockettwin.service.access;

/// What people and programs may do. Whoever may change something is told so by both names.
public final class Roles {
  /// Changes products, devices and desired state.
  public static final String OPERATOR = "operator";

  /// Looks.
  public static final String VIEWER = "viewer";

  private Roles() {}
}
