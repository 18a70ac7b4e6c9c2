package io.sockettwin.service.tls;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/// The other end of a TLS-PSK session, with a handshake like that of the vendor's C client.
final class PskClient implements AutoCloseable {
  static final int[] VENDOR_SUITES = {0x008C, 0x008D};

  private static final int PATIENCE_MILLIS = 20_000;
  private static final TlsCrypto CRYPTO = new JcaTlsCryptoProvider().create(new SecureRandom());

  private final Socket socket;
  private final TlsClientProtocol protocol;
  private final Handshake handshake;

  private PskClient(Socket socket, TlsClientProtocol protocol, Handshake handshake) {
    this.socket = socket;
    this.protocol = protocol;
    this.handshake = handshake;
  }

  static PskClient connect(int port, DeviceKey device, DeviceSecret secret) throws IOException {
    return connect(port, device.clientId(), secret.key(), VENDOR_SUITES);
  }

  /// Returns after the handshake, or throws what the server's alert became.
  static PskClient connect(int port, String identity, byte[] key, int... suites)
      throws IOException {
    return connect(new Socket(InetAddress.getLoopbackAddress(), port), identity, key, suites);
  }

  static PskClient connect(Socket socket, String identity, byte[] key, int... suites)
      throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    var protocol = new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
    Handshake handshake = new Handshake(identity.getBytes(StandardCharsets.UTF_8), key, suites);
    try {
      protocol.connect(handshake);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new PskClient(socket, protocol, handshake);
  }

  int suite() {
    return handshake.suite();
  }

  Socket socket() {
    return socket;
  }

  void send(byte[] bytes) throws IOException {
    protocol.getOutputStream().write(bytes);
  }

  InputStream received() {
    return protocol.getInputStream();
  }

  /// Without close_notify, as vendor clients do.
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    if (!socket.isClosed()) {
      protocol.close();
      socket.close();
    }
  }

  private static final class Handshake extends PSKTlsClient {
    private final int[] suites;

    Handshake(byte[] identity, byte[] key, int... suites) {
      super(CRYPTO, new BasicTlsPSKIdentity(identity, key));
      this.suites = suites;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return suites;
    }

    int suite() {
      return context.getSecurityParametersConnection().getCipherSuite();
    }
  }
}
