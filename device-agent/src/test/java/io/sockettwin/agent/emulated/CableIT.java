package io.sockettwin.agent.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CableIT {

  private final Cable cable = new Cable();
  private ServerSocket service;
  private InetSocketAddress end;

  @BeforeEach
  void open() throws IOException {
    service = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    end = cable.to("127.0.0.1", service.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    cable.close();
    service.close();
  }

  @Test
  void carriesBytesBothWays() throws IOException {
    try (Socket near = connect();
        Socket far = service.accept()) {
      near.getOutputStream().write(1);
      assertThat(far.getInputStream().read()).isEqualTo(1);
      far.getOutputStream().write(2);
      assertThat(near.getInputStream().read()).isEqualTo(2);

      far.shutdownOutput();
      assertThat(near.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whenPulledTheSocketNoticesAndTheServiceHearsNothing() throws IOException {
    try (Socket near = connect();
        Socket far = service.accept()) {
      near.getOutputStream().write(1);
      assertThat(far.getInputStream().read()).isEqualTo(1);

      cable.pull();

      assertThat(ended(near)).isTrue();
      far.setSoTimeout(300);
      assertThatThrownBy(() -> far.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      cable.plugIn();
      far.setSoTimeout(5_000);
      assertThat(ended(far)).isTrue();
    }
  }

  @Test
  void nobodyIsReachedWhileItIsOutAndEverybodyAfterwards() throws IOException {
    cable.pull();
    try (Socket near = connect()) {
      assertThat(ended(near)).isTrue();
    }
    cable.plugIn();
    try (Socket near = connect();
        Socket far = service.accept()) {
      far.getOutputStream().write(3);
      assertThat(near.getInputStream().read()).isEqualTo(3);
    }
  }

  @Test
  void aServiceThatIsNotThereEndsTheConnection() throws IOException {
    service.close();
    try (Socket near = connect()) {
      assertThat(ended(near)).isTrue();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(end.getAddress(), end.getPort());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      // Reset by the other side.
      return true;
    }
  }
}
