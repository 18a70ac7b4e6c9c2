package io.sockettwin.service.access;

/// What routes take whose right was not decided in the table of rights yet: those who run the
/// service, or build it, and nobody else.
public final class Roles {
  public static final String OPERATOR = Rights.MANAGE;
  public static final String VIEWER = Rights.OVERSEE;

  private Roles() {}
}
