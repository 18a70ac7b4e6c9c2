package io.sockettwin.service.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/// Our side of one TLS-PSK handshake (RFC 4279; protocol section 2.2): TLS 1.2, two suites, and the
/// client id as identity.
final class PskServer extends PSKTlsServer {
  private static final int[] SUITES = {ClientHello.PSK_AES_128, ClientHello.PSK_AES_256};

  private final Keys keys;

  /// @param secrets the secret of a device that exists and is enabled; may block
  PskServer(TlsCrypto crypto, Function<DeviceKey, Optional<DeviceSecret>> secrets) {
    this(crypto, new Keys(crypto, secrets));
  }

  private PskServer(TlsCrypto crypto, Keys keys) {
    super(crypto, keys);
    this.keys = keys;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return SUITES;
  }

  @Override
  protected boolean preferLocalCipherSuites() {
    return true;
  }

  @Override
  public int getMaxHandshakeMessageSize() {
    return Limits.CLIENT_HELLO_BYTES;
  }

  /// Whether the client has come as far as naming itself.
  boolean named() {
    return keys.asked;
  }

  /// The device that the client claims to be, if there is one: proved once the handshake is
  /// complete.
  Optional<Identity> identity() {
    return Optional.ofNullable(keys.found);
  }

  /// For an unknown identity the handshake goes on with a random key: it ends as with a wrong key,
  /// so that nobody learns which devices exist (RFC 4279, section 2).
  private static final class Keys implements TlsPSKIdentityManager {
    private final TlsCrypto crypto;
    private final Function<DeviceKey, Optional<DeviceSecret>> secrets;
    private boolean asked;
    private @Nullable Identity found;

    Keys(TlsCrypto crypto, Function<DeviceKey, Optional<DeviceSecret>> secrets) {
      this.crypto = crypto;
      this.secrets = secrets;
    }

    /// None, and hence no ServerKeyExchange.
    @Override
    public byte @Nullable [] getHint() {
      return null;
    }

    @Override
    public byte[] getPSK(byte[] identity) {
      asked = true;
      byte[] random = new byte[DeviceSecret.LENGTH_BYTES];
      crypto.getSecureRandom().nextBytes(random);
      return DeviceKey.parse(new String(identity, UTF_8))
          .flatMap(device -> secrets.apply(device).map(secret -> new Identity(device, secret)))
          .map(known -> {
            found = known;
            return known.secret().key();
          })
          .orElse(random);
    }
  }
}
