package io.sockettwin.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sockettwin.service.problem.Problem.Flaw;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers everything that ends a request early with a [Problem].
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(Refused refused) {
    Duration wait = refused.retryAfter();
    Response response = refused.problem().response();
    return wait == null
        ? response
        : Response.fromResponse(response)
            .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
            .build();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e) {
    List<Flaw> flaws =
        e.getConstraintViolations().stream()
            .map(violation -> new Flaw(field(violation), violation.getMessage()))
            .sorted((a, b) -> a.field().compareTo(b.field()))
            .toList();
    return Problem.of(ProblemCode.INVALID, summary(flaws), flaws).response();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return malformed(e);
  }

  /// A merge patch reads the body a second time, after it was JSON once.
  @ServerExceptionMapper
  Response unreadable(UncheckedIOException e) {
    return e.getCause() instanceof JsonProcessingException json ? malformed(json) : failed(e);
  }

  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
  })
  Response unauthenticated() {
    Problem problem =
        Problem.of(
            ProblemCode.UNAUTHENTICATED,
            "Send Authorization: Bearer with an access key, or sign in at /api/session.");
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return Problem.of(ProblemCode.FORBIDDEN, "Your role does not permit this.").response();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return malformed(json);
    }
    if (e instanceof NotFoundException && e.getCause() != null) {
      // The framework's answer to a parameter it cannot convert, a page number for example.
      return Problem.of(ProblemCode.INVALID, "A parameter of the URL has the wrong form.")
          .response();
    }
    int status = e.getResponse().getStatus();
    if (status < 400 || e.getResponse().hasEntity()) {
      return e.getResponse();
    }
    ProblemCode code = ProblemCode.ofStatus(status);
    Response response = Problem.of(code, code.title() + ".").response();
    Response.ResponseBuilder answer = Response.fromResponse(response);
    Object allow = e.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response changedMeanwhile(OptimisticLockException e) {
    return Problem.of(ProblemCode.CHANGED_MEANWHILE, "Somebody else was faster: read it again.")
        .response();
  }

  @ServerExceptionMapper
  Response failed(RuntimeException e) {
    Optional<SQLException> away = DatabaseAway.behind(e);
    if (away.isPresent()) {
      LOG.errorf("The database does not answer: %s", away.get().getMessage());
      return Problem.of(ProblemCode.UNAVAILABLE, "The database does not answer.").response();
    }
    LOG.error("A request failed", e);
    return Problem.of(ProblemCode.INTERNAL, "The cause is in the service's log.").response();
  }

  private static Response malformed(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return Problem.of(ProblemCode.MALFORMED, "The body is not the JSON expected" + where(e) + ".")
          .response();
    }
    String field = path(mapping.getPath());
    String message =
        e instanceof UnrecognizedPropertyException ? "is not known" : "has the wrong type or value";
    Flaw flaw = new Flaw(field, message);
    return Problem.of(ProblemCode.INVALID, summary(List.of(flaw)), flaw).response();
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 0
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }

  /// Without the names of our method and its parameter: `create.wanted.name.en` is `name.en`.
  private static String field(ConstraintViolation<?> violation) {
    String[] path = violation.getPropertyPath().toString().split("\\.", 3);
    return Problem.field(path[path.length - 1]);
  }

  private static String summary(List<Flaw> flaws) {
    return flaws.stream()
        .map(flaw -> flaw.field() + " " + flaw.message())
        .collect(Collectors.joining("; ", "", "."));
  }
}
