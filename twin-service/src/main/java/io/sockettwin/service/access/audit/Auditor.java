package io.sockettwin.service.access.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.access.Route;
import io.sockettwin.thing.CleanText;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Writes down every request that changes something, or reads what only few may: whoever adds a
/// route need not think of it. Of a request it keeps the path, never the body.
final class Auditor {
  private static final Logger LOG = Logger.getLogger(Auditor.class);

  private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /// Whoever may read more than these, reads secrets or what others did.
  private static final Set<String> HARMLESS =
      Set.of(Rights.LOOK, Rights.OVERSEE, Rights.ACCOUNT, Rights.ADMINISTER);

  private static final int UNAUTHENTICATED = 401;
  private static final int TOO_MANY = 429;

  /// Secrets that stand in paths.
  private static final Set<String> HIDDEN = Set.of("token", "code");

  private static final int MAX_PARAMETER = 200;

  /// Refused requests on their way into the log; of more the callers' rates have to take care.
  private static final int MAX_WAITING = 1_000;

  private final Semaphore waiting = new Semaphore(MAX_WAITING);
  private final AuditLog log;
  private final Counter lost;

  Auditor(AuditLog log, MeterRegistry registry) {
    this.log = log;
    this.lost = registry.counter("sockettwin.audit.lost");
  }

  @ServerResponseFilter
  void note(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo route,
      RoutingContext context) {
    if (route.getResourceMethod() == null || !isKept(request, response, route, context)) {
      return;
    }
    AuditEntry entry = entry(request, response, route, context);
    if (BlockingOperationControl.isBlockingAllowed()) {
      write(entry);
    } else if (waiting.tryAcquire()) {
      // Refused on the event loop before a thread was given to it.
      Thread.startVirtualThread(() -> {
        try {
          write(entry);
        } finally {
          waiting.release();
        }
      });
    } else {
      lost.increment();
    }
  }

  private void write(AuditEntry entry) {
    try {
      log.add(entry);
    } catch (SQLException | RuntimeException e) {
      lost.increment();
      LOG.errorf("Not in the audit log: %s (%s)", entry, e.getMessage());
    }
  }

  private static boolean isKept(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo route,
      RoutingContext context) {
    if (!template(route).startsWith("/api")) {
      return false;
    }
    boolean stranger = Caller.of(context).isEmpty();
    int status = response.getStatus();
    if (status == TOO_MANY || (stranger && status == UNAUTHENTICATED && !isSignIn(route))) {
      // Anybody could fill the log with these; they are counted.
      return false;
    }
    Set<String> rights = Route.rights(route);
    boolean reading = READING.contains(request.getMethod());
    return !reading || (!rights.isEmpty() && !HARMLESS.containsAll(rights));
  }

  private static boolean isSignIn(ResourceInfo route) {
    return Route.rights(route).isEmpty();
  }

  private static AuditEntry entry(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo route,
      RoutingContext context) {
    Optional<Caller> caller = Caller.of(context);
    return new AuditEntry(
        0,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        caller.map(Caller::name).orElse(""),
        caller.map(it -> it.way().text()).orElse(""),
        caller.map(Caller::credential).orElse(null),
        context.request().remoteAddress().hostAddress(),
        request.getMethod(),
        template(route),
        parameters(request.getUriInfo().getPathParameters()),
        response.getStatus());
  }

  private static String template(ResourceInfo route) {
    Path all = route.getResourceClass().getAnnotation(Path.class);
    Path one = route.getResourceMethod().getAnnotation(Path.class);
    return (all == null ? "" : all.value()) + (one == null ? "" : one.value());
  }

  private static Map<String, String> parameters(MultivaluedMap<String, String> path) {
    Map<String, String> kept = new TreeMap<>();
    path.forEach((name, values) -> {
      String value = HIDDEN.contains(name) ? "hidden" : values.getFirst();
      kept.put(name, CleanText.of(value.substring(0, Math.min(value.length(), MAX_PARAMETER))));
    });
    return kept;
  }
}
