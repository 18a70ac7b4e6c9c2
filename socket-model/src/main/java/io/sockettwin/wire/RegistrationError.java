package io.sockettwin.wire;

import java.util.Arrays;
import java.util.Optional;

/// Why a registration is refused (protocol section 18).
public enum RegistrationError {
  INTERNAL(1000, "internal error"),
  PRODUCT_UNKNOWN(1004, "product unknown"),
  BAD_PARAMETER(1006, "bad parameter"),
  BAD_SIGNATURE(1010, "bad signature"),
  NOT_ENABLED(1011, "registration not enabled"),
  TOO_MANY(1012, "too many registrations"),
  DEVICE_NOT_PRE_CREATED(1020, "device not pre-created"),
  ALREADY_ACTIVATED(1021, "already activated"),
  AUTO_CREATE_LIMIT(1031, "auto-create limit reached");

  private final int code;
  private final String message;

  RegistrationError(int code, String message) {
    this.code = code;
    this.message = message;
  }

  /// The error of a code; empty for success and for codes of other clouds.
  static Optional<RegistrationError> of(long code) {
    return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
  }

  public int code() {
    return code;
  }

  public String message() {
    return message;
  }
}
