package io.sockettwin.service.alarm;

import jakarta.ws.rs.core.SecurityContext;

/// Who asks, for people to read.
final class Caller {
  private Caller() {}

  static String name(SecurityContext caller) {
    return caller.getUserPrincipal() == null ? "" : caller.getUserPrincipal().getName();
  }
}
