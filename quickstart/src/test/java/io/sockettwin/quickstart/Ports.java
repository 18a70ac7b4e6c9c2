package io.sockettwin.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports nobody uses, for one stack.
record Ports(int http, int mqtt, int socket) {
  static Ports free() {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket http = new ServerSocket(0, 1, here);
        ServerSocket mqtt = new ServerSocket(0, 1, here);
        ServerSocket socket = new ServerSocket(0, 1, here)) {
      return new Ports(http.getLocalPort(), mqtt.getLocalPort(), socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
