package io.sockettwin.agent.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sockettwin.agent.page.TouchParser.Parsed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the page. What comes in is checked here and handed to the subject; nothing that comes in
/// stops it.
public final class LocalPage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPage.class);

  /// Nobody looks at one socket in more windows.
  static final int MAX_STREAMS = 8;

  private static final int BACKLOG = 16;

  private static final Map<String, Function<ObjectNode, Parsed>> TOUCHES =
      Map.of(
          "/button", TouchParser::button,
          "/appliances", TouchParser::appliance,
          "/mains", TouchParser::mains,
          "/cable", TouchParser::cable,
          "/schedule", TouchParser::schedule,
          "/pairing", TouchParser::pair);

  private final Subject subject;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Gate gate;
  private final HeldButton button;
  private final Assets assets = new Assets();
  private final Semaphore streams = new Semaphore(MAX_STREAMS);
  private volatile boolean open = true;

  private LocalPage(Subject subject, HttpServer server, String host) {
    this.subject = subject;
    this.server = server;
    this.gate = Gate.of(host);
    this.button = new HeldButton(subject::touch, HeldButton.PATIENCE);
  }

  /// Opens the page.
  ///
  /// @throws IOException if the address cannot be listened on
  public static LocalPage open(PageAddress address, Subject subject) throws IOException {
    InetSocketAddress listen = new InetSocketAddress(address.host(), address.port());
    LocalPage page = new LocalPage(subject, HttpServer.create(listen, BACKLOG), address.host());
    page.server.createContext("/", page::handle);
    page.server.setExecutor(page.threads);
    page.server.start();
    return page;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    open = false;
    server.stop(0);
    threads.shutdownNow();
    button.close();
  }

  private void handle(HttpExchange http) {
    Exchange exchange = new Exchange(http);
    try {
      answer(exchange);
    } catch (IOException e) {
      LOG.debug("a page has gone: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the page's request for {} failed", exchange.path(), e);
      sendQuietly(exchange);
    } finally {
      http.close();
    }
  }

  private void answer(Exchange exchange) throws IOException, InterruptedException {
    boolean reads = exchange.method().equals("GET") || exchange.method().equals("HEAD");
    Optional<Problem> refused =
        gate.check(exchange.header("Host"), exchange.header("Origin"), !reads);
    Function<ObjectNode, Parsed> parser = TOUCHES.get(exchange.path());
    if (refused.isPresent()) {
      exchange.send(refused.get());
    } else if (parser != null) {
      if (exchange.method().equals("POST")) {
        touch(exchange, parser);
      } else {
        exchange.sendMethodProblem("POST");
      }
    } else if (reads) {
      read(exchange);
    } else if (assets.find(exchange.path()).isPresent() || exchange.path().equals("/live")) {
      exchange.sendMethodProblem("GET, HEAD");
    } else {
      exchange.send(Problem.NOT_FOUND);
    }
  }

  private void read(Exchange exchange) throws IOException, InterruptedException {
    switch (exchange.path()) {
      case "/state" -> exchange.send(200, "application/json", subject.view().json().toString());
      case "/live" -> stream(exchange);
      default -> {
        Optional<Assets.Asset> asset = assets.find(exchange.path());
        if (asset.isPresent()) {
          exchange.send(200, asset.get().type(), asset.get().text());
        } else {
          exchange.send(Problem.NOT_FOUND);
        }
      }
    }
  }

  private void stream(Exchange exchange) throws IOException, InterruptedException {
    if (!streams.tryAcquire()) {
      exchange.send(Problem.TOO_MANY_PAGES);
      return;
    }
    try {
      new LiveStream(subject::view, () -> open)
          .writeTo(exchange.begin(200, "text/event-stream", 0));
    } finally {
      streams.release();
    }
  }

  private void touch(Exchange exchange, Function<ObjectNode, Parsed> parser) throws IOException {
    switch (exchange.body()) {
      case Exchange.Body.Unfit(Problem problem) -> exchange.send(problem);
      case Exchange.Body.Json(ObjectNode json) -> {
        switch (parser.apply(json)) {
          case Parsed.Understood(Touch touch) -> carryOut(exchange, touch);
          case Parsed.Misfit(String field, String sentence) ->
              exchange.send(
                  Problem.MISFIT,
                  Problem.MISFIT.json().put("field", field).put("detail", sentence));
        }
      }
    }
  }

  private void carryOut(Exchange exchange, Touch touch) throws IOException {
    Subject.Answer answer =
        touch instanceof Touch.Button pressed ? button.touch(pressed) : subject.touch(touch);
    if (answer == Subject.Answer.DONE) {
      exchange.sendNothing();
    } else {
      exchange.send(Problem.of(answer));
    }
  }

  private static void sendQuietly(Exchange exchange) {
    try {
      exchange.send(Problem.FAULT);
    } catch (IOException e) {
      LOG.debug("the answer could not be sent: {}", e.toString());
    }
  }
}
