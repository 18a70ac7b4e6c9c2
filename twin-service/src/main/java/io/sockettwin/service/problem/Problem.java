package io.sockettwin.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/// A refused request in the form of RFC 9457. `code` is stable, `title` and `detail` may change.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String code, String detail, List<Flaw> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /// What is wrong, in which field of the request.
  public record Flaw(String field, String message) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  /// A violated constraint's path as a client knows the field: `tags[0]`, not what the validator
  /// calls the element of a list.
  public static String field(String path) {
    return path.replace(".<list element>", "");
  }

  public static Problem of(ProblemCode code, String detail, Flaw... flaws) {
    return of(code, detail, List.of(flaws));
  }

  public static Problem of(ProblemCode code, String detail, List<Flaw> flaws) {
    return new Problem(
        "urn:sockettwin:problem:" + code.text(),
        code.title(),
        code.status(),
        code.text(),
        detail,
        flaws);
  }

  public Response response() {
    return Response.status(status)
        .type(MediaType.valueOf(MEDIA_TYPE))
        .header("Cache-Control", "no-store")
        .entity(this)
        .build();
  }

  /// Thrown by a resource, answered by [ProblemMappers].
  public Refused refused() {
    return new Refused(this, null);
  }

  /// The same for a request that may succeed later.
  public Refused refused(Duration retryAfter) {
    return new Refused(this, retryAfter);
  }
}
