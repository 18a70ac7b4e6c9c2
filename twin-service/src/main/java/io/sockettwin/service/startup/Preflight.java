package io.sockettwin.service.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;

/// Questions to the surroundings that are cheaper to answer before the start than after it.
public final class Preflight {
  private static final int CONNECT_MILLIS = 5_000;

  private Preflight() {}

  /// Refuses when the port is taken; port 0 means any and is always free.
  public static void requireFreePort(String purpose, String host, int port, String key) {
    if (port < 0 || port > 65_535) {
      throw new StartupRefused(
          "Invalid configuration: " + key + " is " + port + ", but ports lie between 0 and 65535.");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new StartupRefused(
          "The host " + host + " to listen on for " + purpose + " is not known.");
    } catch (IOException e) {
      throw new StartupRefused(
          "%s port %d on %s cannot be opened (%s): stop the program that uses it or choose another with %s."
              .formatted(purpose, port, host, e.getMessage(), key));
    }
  }

  /// Refuses when nothing listens at an address that the operator configured.
  public static void requireReachable(String what, URI address, int defaultPort, String key) {
    String host = address.getHost();
    if (host == null) {
      throw new StartupRefused(
          "Invalid configuration: " + key + " is " + address + ", which names no host.");
    }
    int port = address.getPort() < 0 ? defaultPort : address.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new StartupRefused(
          "The %s at %s:%d is unreachable (%s): start it or change %s."
              .formatted(what, host, port, e.getMessage(), key));
    }
  }
}
