package io.sockettwin.service.registration;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A port of its own for registration, so that devices can reach it while pages and REST stay
/// closed to them.
@Singleton
class RegistrationListener {
  private static final Logger LOG = Logger.getLogger(RegistrationListener.class);

  private static final int IDLE_SECONDS = 10;
  private static final int PATIENCE_SECONDS = 10;
  private static final int MAX_HEADER_BYTES = 4096;

  private final Vertx vertx;
  private final RegistrationRoutes routes;
  private final RegistrationConfig config;
  private @Nullable HttpServer server;

  RegistrationListener(Vertx vertx, RegistrationRoutes routes, RegistrationConfig config) {
    this.vertx = vertx;
    this.routes = routes;
    this.config = config;
  }

  void start(@Observes StartupEvent event) throws Exception {
    if (config.port().isEmpty()) {
      return;
    }
    Router router = Router.router(vertx);
    routes.addTo(router);
    var options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port().getAsInt())
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(MAX_HEADER_BYTES);
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(router)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    LOG.infof("Registration listening on %s:%d", config.host(), port());
  }

  /// The port it listens on; 0 for none.
  int port() {
    return server == null ? 0 : server.actualPort();
  }

  void stop(@Observes ShutdownEvent event) {
    if (server != null) {
      var _ = server.close();
    }
  }
}
