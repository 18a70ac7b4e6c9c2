package io.sockettwin.service.panel;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Says how long a browser may keep the panel. The framework would let it keep every file for a
/// day, the page too, which after an update asks for scripts that are gone.
@Singleton
class PanelCaching {
  /// The names of these files change with their content.
  private static final String BUNDLE = "/static/bundle/";

  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final String ASK_EACH_TIME = "no-cache";

  /// Early, before a file is sent.
  private static final int PRIORITY = 100;

  void register(@Observes Filters filters) {
    filters.register(PanelCaching::handle, PRIORITY);
  }

  private static void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith(BUNDLE)) {
      whenFound(context, FOREVER);
    } else if (liesAtTheRoot(path)) {
      whenFound(context, ASK_EACH_TIME);
    }
    context.next();
  }

  /// The page, and files that keep their names.
  private static boolean liesAtTheRoot(String path) {
    return path.lastIndexOf('/') == 0;
  }

  private static void whenFound(RoutingContext context, String cacheControl) {
    context.addHeadersEndHandler(_ -> {
      int status = context.response().getStatusCode();
      if (status == 200 || status == 206 || status == 304) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
      }
    });
  }
}
