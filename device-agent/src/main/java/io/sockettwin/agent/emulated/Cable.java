package io.sockettwin.agent.emulated;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The socket's network cable: a way through this process that can be interrupted.
///
/// To pull it is no orderly good-bye. The socket notices at once, as its network chip does. The
/// service is told nothing, not even that the connection has ended, until the cable is back or the
/// keep-alive has run out.
public final class Cable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cable.class);
  private static final int CONNECT_MILLIS = 10_000;

  /// One session, and a few attempts that are not over yet.
  private static final int BACKLOG = 8;

  private record Connection(Socket near, Socket far) {}

  private final List<Connection> connections = new ArrayList<>();
  private final List<Socket> dangling = new ArrayList<>();
  private @Nullable ServerSocket socketEnd;
  private boolean plugged = true;

  /// The address at which the service can be reached through the cable, in the place of the one
  /// before.
  ///
  /// @throws IOException if this machine has no port left
  public synchronized InetSocketAddress to(String host, int port) throws IOException {
    closeQuietly(socketEnd);
    ServerSocket end = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    socketEnd = end;
    Thread.ofVirtual().name("cable").start(() -> accept(end, host, port));
    return new InetSocketAddress(end.getInetAddress(), end.getLocalPort());
  }

  public synchronized boolean plugged() {
    return plugged;
  }

  public synchronized void pull() {
    plugged = false;
    for (Connection connection : connections) {
      closeQuietly(connection.near());
      dangling.add(connection.far());
    }
    connections.clear();
  }

  public synchronized void plugIn() {
    plugged = true;
    dangling.forEach(Cable::closeQuietly);
    dangling.clear();
  }

  @Override
  public synchronized void close() {
    closeQuietly(socketEnd);
    pull();
    plugIn();
  }

  private void accept(ServerSocket end, String host, int port) {
    try {
      while (true) {
        Socket near = end.accept();
        Thread.ofVirtual().name("cable").start(() -> connect(near, host, port));
      }
    } catch (IOException e) {
      LOG.debug("no more ways to {}:{}", host, port);
    }
  }

  private void connect(Socket near, String host, int port) {
    Socket far = new Socket();
    try {
      if (plugged()) {
        far.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        Connection connection = new Connection(near, far);
        if (add(connection)) {
          Thread.ofVirtual().name("cable").start(() -> pump(far, near, connection));
          pump(near, far, connection);
          return;
        }
      }
    } catch (IOException e) {
      LOG.debug("no way to {}:{}: {}", host, port, e.toString());
    }
    closeQuietly(near);
    closeQuietly(far);
  }

  private void pump(Socket from, Socket to, Connection connection) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      LOG.debug("a connection has ended: {}", e.toString());
    }
    end(connection);
  }

  private synchronized boolean add(Connection connection) {
    return plugged && connections.add(connection);
  }

  /// One side has ended it; what hangs on a pulled cable stays.
  private synchronized void end(Connection connection) {
    if (connections.remove(connection)) {
      closeQuietly(connection.near());
      closeQuietly(connection.far());
    }
  }

  private static void closeQuietly(@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("closing failed: {}", e.toString());
    }
  }
}
