package io.sockettwin.quickstart;

import io.sockettwin.quickstart.Child.Typed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/// Stacks for tests: on free ports, in folders of their own.
final class Stacks {
  private Stacks() {}

  static Path repository() {
    return Path.of(System.getProperty("repository"));
  }

  static Stack start(Path data) throws Exception {
    return Stack.start(Jars.in(repository()), new Place(data, freePort(), freePort()), Typed.NO);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
