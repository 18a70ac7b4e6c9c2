package io.sockettwin.service.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;

/// What a route's annotations say about it.
public final class Route {
  private Route() {}

  /// The rights of which its caller has one; empty if it asks for none.
  public static Set<String> rights(ResourceInfo route) {
    RolesAllowed method = route.getResourceMethod().getAnnotation(RolesAllowed.class);
    RolesAllowed all =
        method == null ? route.getResourceClass().getAnnotation(RolesAllowed.class) : method;
    return all == null ? Set.of() : Set.of(all.value());
  }
}
