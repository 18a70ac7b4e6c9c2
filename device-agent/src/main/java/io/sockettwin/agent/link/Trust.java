package io.sockettwin.agent.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whose signature under the service's certificate is believed.
///
/// @param authorities null for those that everybody believes, as the JDK lists them
public record Trust(@Nullable TrustManagerFactory authorities) {

  public static final Trust EVERYBODYS = new Trust(null);

  /// Certificates of one's own, in PEM: authorities, or the service's itself if it is self-signed.
  /// Nobody else is believed then.
  ///
  /// @throws IOException with a sentence that says what is wrong with the file
  public static Trust in(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IOException(file + " holds no certificate in PEM");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return new Trust(factory);
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no certificate in PEM: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    }
  }
}
