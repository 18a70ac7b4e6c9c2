package io.sockettwin.service.seal;

import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.SecretFile;
import io.sockettwin.service.startup.StartupRefused;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/// Finds the key of the seal: configured, else drawn once and kept in the data folder.
final class SealKey {
  private SealKey() {}

  @Produces
  @Singleton
  static Seal seal(SealConfig config, DataConfig data) {
    SecretFile file = new SecretFile(data.folder().resolve("seal-key"));
    String source = config.key().isPresent() ? "sockettwin.seal.key" : file.path().toString();
    return new Seal(parse(config.key().orElseGet(() -> file.readOrCreate(SealKey::draw)), source));
  }

  static byte[] parse(String base64, String source) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length == Seal.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the key.
    }
    throw new StartupRefused(
        "Invalid configuration: " + source + " is not " + Seal.KEY_BYTES + " bytes in Base64.");
  }

  private static String draw() {
    byte[] key = new byte[Seal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
