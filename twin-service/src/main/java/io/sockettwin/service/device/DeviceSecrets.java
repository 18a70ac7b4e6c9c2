package io.sockettwin.service.device;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// Draws, seals and opens the secrets of devices.
@Singleton
class DeviceSecrets {
  private final Seal seal;
  private final SecureRandom random = new SecureRandom();

  DeviceSecrets(Seal seal) {
    this.seal = seal;
  }

  DeviceSecret draw() {
    byte[] key = new byte[DeviceSecret.LENGTH_BYTES];
    random.nextBytes(key);
    return DeviceSecret.of(key);
  }

  /// The secret somebody chose, else a drawn one.
  DeviceSecret chosenOrDrawn(@Nullable String chosen) {
    if (chosen == null) {
      return draw();
    }
    return DeviceSecret.parse(chosen)
        .orElseThrow(() -> {
          Flaw flaw = new Flaw("secret", "must be Base64");
          return Problem.of(ProblemCode.INVALID, "The secret must be Base64.", flaw).refused();
        });
  }

  byte[] seal(DeviceKey device, DeviceSecret secret) {
    return seal.seal(secret.base64(), owner(device));
  }

  DeviceSecret open(DeviceKey device, byte[] sealed) {
    return DeviceSecret.parse(seal.open(sealed, owner(device))).orElseThrow();
  }

  private static String owner(DeviceKey device) {
    return "device " + device;
  }
}
