package io.sockettwin.service.push.http;

import io.sockettwin.service.push.http.Answer.Failed;
import io.sockettwin.service.push.http.Answer.Received;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One request and its answer, within a time and a size.
final class Exchange {
  /// What channels answer are a few hundred bytes.
  static final int MAX_ANSWER_BYTES = 64 * 1024;

  private final Duration patience;
  private final CompletableFuture<HttpClientRequest> begun = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();

  Exchange(Duration patience) {
    this.patience = patience;
  }

  Answer run(HttpClient client, RequestOptions options, Buffer content) {
    client
        .request(options)
        .compose(request -> {
          begun.complete(request);
          return request.send(content);
        })
        .onSuccess(this::receive)
        .onFailure(this::fail);
    Answer outcome = await();
    if (!(outcome instanceof Received)) {
      // Also frees a connection that is still being made, as soon as it is. After a whole answer
      // the connection belongs to the next request.
      var _ = begun.thenAccept(HttpClientRequest::reset);
    }
    return outcome;
  }

  private Answer await() {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Failed("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed("the service stops");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void receive(HttpClientResponse response) {
    response
        .handler(part -> {
          if (body.length() + part.length() > MAX_ANSWER_BYTES) {
            answer.complete(new Failed("an answer of more than " + MAX_ANSWER_BYTES + " bytes"));
          } else {
            body.appendBuffer(part);
          }
        })
        .exceptionHandler(this::fail)
        .endHandler(_ ->
            answer.complete(
                new Received(
                    response.statusCode(),
                    headers(response),
                    body.toString(StandardCharsets.UTF_8))));
  }

  private void fail(Throwable failure) {
    String message = failure.getMessage();
    answer.complete(new Failed(message == null ? failure.getClass().getSimpleName() : message));
  }

  private static Map<String, String> headers(HttpClientResponse response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
