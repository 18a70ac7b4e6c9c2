package io.sockettwin.agent;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.TinyBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service that knows any socket and answers what one asks at the start.
final class OneSocketService implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("\"clientToken\":\"([^\"]*)\"");

  private final TinyBroker broker;

  OneSocketService() throws IOException {
    broker = new TinyBroker(login -> 0);
    broker.onPublish(this::answer);
  }

  ServiceAddress address() {
    return broker.address();
  }

  void control(String params) throws IOException {
    broker.publish(
        "$thing/down/property/HRDG3CKWWZ/socket001",
        "{\"method\":\"control\",\"clientToken\":\"c-1\",\"params\":" + params + "}");
  }

  long logins() {
    return broker.logins.size();
  }

  String lastClientId() {
    return broker.logins.getLast().clientId();
  }

  @Override
  public void close() throws IOException {
    broker.close();
  }

  private void answer(TinyBroker.Published message) {
    Matcher token = TOKEN.matcher(message.payload());
    if (message.payload().contains("get_status") && token.find()) {
      try {
        broker.publish(
            message.topic().replace("/up/", "/down/"),
            "{\"method\":\"get_status_reply\",\"clientToken\":\"%s\",\"code\":0,\"status\":\"ok\"}"
                .formatted(token.group(1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
