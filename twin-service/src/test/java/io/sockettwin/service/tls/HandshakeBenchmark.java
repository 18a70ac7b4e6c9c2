package io.sockettwin.service.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Prints how many devices a second can enter by their keys, and what one that stays costs.
///
/// The clients compute as much as the server, in the same process.
///
/// Arguments: connections, and how many of them at once.
public final class HandshakeBenchmark {
  private static final int DEFAULT_CONNECTIONS = 500;

  private HandshakeBenchmark() {}

  public static void main(String[] args) throws Exception {
    int connections = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_CONNECTIONS;
    int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : connections;
    try (Front front =
            new Front(Map.of("sockettwin.tls.connections-per-second-and-address", "100000"));
        ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Socket> arrived = Collections.synchronizedList(new ArrayList<>());
      Thread broker = Thread.ofVirtual().start(() -> accept(front, arrived));
      close(round(front, threads, connections, "warm-up"));
      while (front.gauge("connections") > 0) {
        Thread.onSpinWait();
      }
      arrived.clear();
      long before = usedBytes();
      long cpuBefore = serverNanos();
      List<Socket> open = round(front, threads, connections, "measured");
      while (front.gauge("waiting") > 0) {
        Thread.onSpinWait();
      }
      double cpuMillis = (serverNanos() - cpuBefore) / 1e6 / connections;
      System.out.printf("server: %.2f ms of processor time a handshake%n", cpuMillis);
      long bytes = (usedBytes() - before) / connections;
      System.out.printf(
          "heap: %d bytes a connection, with two sockets of the clients and the broker%n", bytes);
      close(open);
      broker.interrupt();
    }
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static List<Socket> round(
      Front front, ExecutorService threads, int connections, String name) throws Exception {
    long start = System.nanoTime();
    List<Future<Socket>> started = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      started.add(
          threads.submit(() -> {
            PskClient client = PskClient.connect(front.port(), Front.DEVICE, Front.SECRET);
            client.send(Mqtt.connect(Front.DEVICE));
            // The client's own state is not to be counted.
            return client.socket();
          }));
    }
    List<Socket> open = new ArrayList<>();
    for (Future<Socket> client : started) {
      open.add(client.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%s: %d handshakes in %.2f s, %.0f a second%n",
        name, connections, seconds, connections / seconds);
    return open;
  }

  private static void accept(Front front, List<Socket> arrived) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        arrived.add(front.arrival());
      }
    } catch (IOException e) {
      if (!front.broker.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Processor time of the server's own threads, which no other load on the machine changes.
  private static long serverNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().startsWith("tls-"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
