package io.sockettwin.service.registration;

import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationDialect;
import io.sockettwin.wire.RegistrationError;
import io.sockettwin.wire.RegistrationReply;

/// The decision about a registration.
sealed interface Verdict {
  record Granted(ProductSecret product, DeviceSecret secret) implements Verdict {}

  record Refused(RegistrationError error) implements Verdict {}

  /// What the device gets to read.
  default byte[] reply(RegistrationDialect dialect, String requestId) {
    return switch (this) {
      case Granted(var product, var secret) ->
          RegistrationReply.granted(dialect, product, secret, requestId);
      case Refused(var error) -> RegistrationReply.refused(dialect, error, requestId);
    };
  }
}
