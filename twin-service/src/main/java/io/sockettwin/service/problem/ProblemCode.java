package io.sockettwin.service.problem;

import java.util.Arrays;
import java.util.Locale;

/// The kinds of problems clients can tell apart; their texts never change.
public enum ProblemCode {
  MALFORMED(400, "The request is malformed"),
  INVALID(400, "A field of the request is invalid"),
  UNAUTHENTICATED(401, "No valid access key or session"),
  FORBIDDEN(403, "Not permitted"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "No such representation"),
  ALREADY_EXISTS(409, "It exists already"),
  IN_USE(409, "It is in use"),
  DEVICE_OFFLINE(409, "The device is not connected"),
  CLOSED(409, "It is closed"),
  INCOMPATIBLE(409, "It does not fit the devices there are"),
  CHANGED_MEANWHILE(412, "It changed meanwhile"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  KEY_REUSED(422, "The idempotency key was used before"),
  TOO_MANY_ATTEMPTS(429, "Too many attempts"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Internal error"),
  UNAVAILABLE(503, "Temporarily unavailable"),
  DEVICE_TIMEOUT(504, "The device did not answer");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /// The first kind with this status, else the malformed request or the internal error.
  static ProblemCode ofStatus(int status) {
    return Arrays.stream(values())
        .filter(code -> code.status == status)
        .findFirst()
        .orElse(status < 500 ? MALFORMED : INTERNAL);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
