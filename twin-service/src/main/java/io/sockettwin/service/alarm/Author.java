package io.sockettwin.service.alarm;

import jakarta.ws.rs.core.SecurityContext;

/// Who writes something, for people to read.
final class Author {
  private Author() {}

  static String of(SecurityContext caller) {
    return caller.getUserPrincipal() == null ? "" : caller.getUserPrincipal().getName();
  }
}
