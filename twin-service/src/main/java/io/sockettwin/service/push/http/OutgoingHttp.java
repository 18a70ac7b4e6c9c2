package io.sockettwin.service.push.http;

import io.sockettwin.service.push.PushConfig;
import io.sockettwin.service.push.http.Answer.Failed;
import io.sockettwin.service.push.http.Answer.Forbidden;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Sends requests to addresses that somebody typed in. A name is looked up here and the connection
/// made to exactly the address that was judged, so that a name which changes its mind leads nowhere
/// else. No redirect is followed and no proxy used.
@Singleton
public class OutgoingHttp {
  /// Connections to one server.
  static final int MAX_CONNECTIONS = 16;

  /// Requests that wait for one of them.
  static final int MAX_WAITING = 200;

  private final HttpClient client;
  private final TargetRule rule;
  private final Resolver resolver;
  private final Duration connectPatience;
  private final Duration totalPatience;

  /// Finds the addresses of a name.
  @FunctionalInterface
  interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  @Inject
  OutgoingHttp(Vertx vertx, TargetRule rule, PushConfig config) {
    this(
        vertx.createHttpClient(options()),
        rule,
        host -> List.of(InetAddress.getAllByName(host)),
        config.connectPatience(),
        config.totalPatience());
  }

  OutgoingHttp(
      HttpClient client,
      TargetRule rule,
      Resolver resolver,
      Duration connectPatience,
      Duration totalPatience) {
    this.client = client;
    this.rule = rule;
    this.resolver = resolver;
    this.connectPatience = connectPatience;
    this.totalPatience = totalPatience;
  }

  static HttpClientOptions options() {
    return new HttpClientOptions()
        .setMaxPoolSize(MAX_CONNECTIONS)
        .setMaxWaitQueueSize(MAX_WAITING)
        // What is small when compressed need not be small.
        .setDecompressionSupported(false);
  }

  /// Sends the request and waits for what becomes of it. For virtual threads.
  public Answer post(Request request) {
    String host = TargetUri.host(request.uri());
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException e) {
      return new Failed("there is no host " + host);
    }
    boolean encrypted = TargetUri.isEncrypted(request.uri());
    Optional<String> objection =
        addresses.stream().flatMap(it -> rule.objection(encrypted, it).stream()).findFirst();
    return objection
        .<Answer>map(Forbidden::new)
        .orElseGet(() ->
            new Exchange(totalPatience)
                .run(client, options(request, addresses), Buffer.buffer(request.body())));
  }

  private RequestOptions options(Request request, List<InetAddress> addresses) {
    int port = TargetUri.port(request.uri());
    var server = new InetSocketAddress(addresses.getFirst(), port);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(server))
            .setHost(TargetUri.host(request.uri()))
            .setPort(port)
            .setSsl(TargetUri.isEncrypted(request.uri()))
            .setURI(TargetUri.pathAndQuery(request.uri()))
            .setFollowRedirects(false)
            .setConnectTimeout(connectPatience.toMillis());
    request.headers().forEach(options::addHeader);
    return options;
  }
}
