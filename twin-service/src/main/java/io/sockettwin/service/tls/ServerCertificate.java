package io.sockettwin.service.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.sockettwin.service.startup.StartupRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// The certificate that the operator has given, ready for sessions.
final class ServerCertificate {
  private ServerCertificate() {}

  /// Empty when none is configured; refuses files that cannot be used.
  static Optional<SslContext> of(TlsConfig config) {
    if (config.certificate().isPresent() != config.privateKey().isPresent()) {
      throw new StartupRefused(
          "Invalid configuration: sockettwin.tls.certificate and sockettwin.tls.private-key belong"
              + " together, but one of them has no value.");
    }
    return config.certificate().map(chain -> load(chain, config.privateKey().orElseThrow()));
  }

  private static SslContext load(Path chain, Path key) {
    requireReadable(chain, "sockettwin.tls.certificate");
    requireReadable(key, "sockettwin.tls.private-key");
    try {
      return SslContextBuilder.forServer(chain.toFile(), key.toFile())
          .sslProvider(SslProvider.JDK)
          .protocols("TLSv1.3", "TLSv1.2")
          .build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new StartupRefused(
          "The certificate %s with the private key %s cannot be used (%s): both must be PEM, the key PKCS#8 and not encrypted."
              .formatted(chain, key, e.getMessage()));
    }
  }

  private static void requireReadable(Path file, String key) {
    if (!Files.isReadable(file)) {
      throw new StartupRefused("The file %s cannot be read: change %s.".formatted(file, key));
    }
  }
}
