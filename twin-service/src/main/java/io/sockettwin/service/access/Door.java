package io.sockettwin.service.access;

import io.quarkus.security.UnauthorizedException;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Lets a request through to a device, or to what belongs to one, if its caller may go as far with
/// it as the route goes. What somebody may not see is not there for them.
final class Door {
  private final DataSource database;
  private final Visible visible;

  Door(DataSource database, Visible visible) {
    this.database = database;
    this.visible = visible;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void check(ContainerRequestContext request, ResourceInfo route, RoutingContext context) {
    Set<String> rights = Route.rights(route);
    if (rights.isEmpty()) {
      return;
    }
    // The framework has checked the rights before.
    Caller caller = Caller.of(context).orElseThrow(UnauthorizedException::new);
    if (!caller.seesAll()) {
      Thing.named(request.getUriInfo().getPathParameters())
          .ifPresent(thing -> check(caller, thing, Level.of(rights)));
    }
  }

  private void check(Caller caller, Thing thing, Level wanted) {
    List<Optional<Level>> levels =
        switch (thing) {
          case Thing.Device(var device) -> List.of(visible.ofDevice(caller, device));
          case Thing.Home(var id) -> List.of(visible.ofHome(caller, id));
          case Thing.OfDevices it ->
              it.devices(database).stream()
                  .map(device -> visible.ofDevice(caller, device))
                  .toList();
        };
    if (levels.stream().anyMatch(Optional::isEmpty)) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no " + thing.label() + ".").refused();
    }
    if (!levels.stream().allMatch(level -> level.orElseThrow().covers(wanted))) {
      throw Problem.of(ProblemCode.FORBIDDEN, "It is shared with you, but not for this.").refused();
    }
  }
}
