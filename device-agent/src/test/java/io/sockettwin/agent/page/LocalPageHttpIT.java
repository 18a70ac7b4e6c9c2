package io.sockettwin.agent.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.agent.page.Subject.Answer;
import io.sockettwin.meter.Reading;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Schedule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can come in over the page's port, byte for byte, and what goes out.
class LocalPageHttpIT {

  private static final String JSON = "Content-Type: application/json\r\n";

  private final List<Touch> touches = new CopyOnWriteArrayList<>();
  private volatile Answer answer = Answer.DONE;
  private LocalPage page;

  @BeforeEach
  void open() throws IOException {
    page =
        LocalPage.open(
            new PageAddress("127.0.0.1", 0),
            new Subject() {
              @Override
              public PageView view() {
                return look();
              }

              @Override
              public Answer touch(Touch touch) {
                touches.add(touch);
                return answer;
              }
            });
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void servesThePageWithAStrictPolicy() throws IOException {
    assertThat(request("GET", "/", "", ""))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-security-policy: default-src 'none'; script-src 'self'")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .doesNotContainIgnoringCase("access-control-allow")
        .contains("<!doctype html>");
  }

  @Test
  void obeysATouchOfTheOwnPageAndOfPrograms() throws IOException {
    String own = JSON + "Origin: http://127.0.0.1:" + page.port() + "\r\n";
    assertThat(request("POST", "/cable", own, "{\"plugged\":false}")).startsWith("HTTP/1.1 204");
    assertThat(request("POST", "/cable", JSON, "{\"plugged\":true}")).startsWith("HTTP/1.1 204");
    assertThat(touches).containsExactly(new Touch.Cable(false), new Touch.Cable(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /nothing       | ''                               | ''    | 404",
        "GET    | /../index.html | ''                               | ''    | 404",
        "GET    | /cable         | ''                               | ''    | 405",
        "DELETE | /cable         | Content-Type: application/json   | {}    | 405",
        "POST   | /              | Content-Type: application/json   | {}    | 405",
        "POST   | /live          | Content-Type: application/json   | {}    | 405",
        "POST   | /nothing       | Content-Type: application/json   | {}    | 404",
        "POST   | /cable         | ''                               | {}    | 415",
        "POST   | /cable         | Content-Type: text/plain         | {}    | 415",
        "POST   | /cable         | Content-Type: application/json   | ''    | 400",
        "POST   | /cable         | Content-Type: application/json   | {     | 400",
        "POST   | /cable         | Content-Type: application/json   | []    | 400",
        "POST   | /cable         | Content-Type: application/json   | {} {} | 400",
        "POST   | /cable         | Content-Type: application/json   | {}    | 422",
        "POST   | /cable         | Origin: http://evil.example      | {}    | 403",
        "POST   | /cable         | Origin: null                     | {}    | 403"
      })
  void answersBadRequestsWithoutTouchingAnything(
      String method, String path, String header, String body, int status) throws IOException {
    String line = header.isEmpty() ? "" : header + "\r\n";

    assertThat(request(method, path, line, body)).startsWith("HTTP/1.1 " + status);
    assertThat(touches).isEmpty();
  }

  @Test
  void namesTheFieldThatDoesNotFit() throws IOException {
    assertThat(request("POST", "/button", JSON, "{\"pressed\":\"yes\"}"))
        .startsWith("HTTP/1.1 422")
        .contains("\"code\":\"MISFIT\"", "\"field\":\"pressed\"");
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() throws IOException {
    assertThat(request("POST", "/cable", JSON, "{\"a\":\"" + "x".repeat(5_000) + "\"}"))
        .startsWith("HTTP/1.1 413");
    assertThat(request("POST", "/cable", JSON, "{\"a\":".repeat(500))).startsWith("HTTP/1.1 400");
    assertThat(request("POST", "/cable", JSON, "{\"plugged\":true}")).startsWith("HTTP/1.1 204");
  }

  @Test
  void isNotServedUnderANameOfSomebodyElse() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
      send(socket, "GET /state HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      assertThat(read(socket)).startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void saysWhyATouchCameToNothing() throws IOException {
    answer = Answer.NOT_EMULATED;
    assertThat(request("POST", "/cable", JSON, "{\"plugged\":true}"))
        .startsWith("HTTP/1.1 409")
        .contains("NOT_EMULATED");
    answer = Answer.NOT_PAIRABLE;
    String pairing =
        "{\"service\":\"h\",\"product\":\"HRDG3CKWWZ\",\"device\":\"d\",\"secret\":\"c2VjcmV0\"}";
    assertThat(request("POST", "/pairing", JSON, pairing))
        .startsWith("HTTP/1.1 403")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void survivesGarbageAndConnectionsThatSayNothing() throws IOException {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port());
      silent.add(socket);
      if (i % 2 == 0) {
        send(socket, "\u0000\u0016\u0003 nonsense\r\n");
      }
    }
    assertThat(request("GET", "/state", "", "")).startsWith("HTTP/1.1 200");
    for (Socket socket : silent) {
      socket.close();
    }
  }

  @Test
  void streamsToAFewPagesAndTurnsFurtherOnesAway() throws IOException {
    List<Socket> watching = new ArrayList<>();
    for (int i = 0; i < LocalPage.MAX_STREAMS; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port());
      socket.setSoTimeout(5_000);
      send(socket, head("GET", "/live", ""));
      assertThat(firstEvent(socket)).contains("data: {").contains("\"load\":\"ON\"");
      watching.add(socket);
    }
    assertThat(request("GET", "/live", "", "")).startsWith("HTTP/1.1 503");

    for (Socket socket : watching) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
    // A page that has gone is noticed when it is written to.
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .until(() -> {
          try (Socket again = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            again.setSoTimeout(2_000);
            send(again, head("GET", "/live", ""));
            return firstEvent(again).contains("data: {");
          }
        });
  }

  private static PageView look() {
    // Another view each time, as with a running meter.
    int noise = (int) (System.nanoTime() >>> 20 & 0xFFF);
    return new PageView(
        "HRDG3CKWWZ/socket001",
        "localhost:1883",
        Load.ON,
        new Lamp(Lamp.Pattern.BREATHING, 0xFF),
        new Reading(230_000 + noise, 0, 0, 0, 0),
        0,
        0,
        4_900,
        new LinkStatus.Up(),
        0,
        Schedule.NONE,
        new PageView.Window(false, Optional.empty()),
        null);
  }

  private String request(String method, String path, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
      socket.setSoTimeout(5_000);
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      String more = headers + "Content-Length: " + length + "\r\nConnection: close\r\n";
      send(socket, head(method, path, more) + body);
      return read(socket);
    }
  }

  private String head(String method, String path, String headers) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + page.port()
        + "\r\n"
        + headers
        + "\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String firstEvent(Socket socket) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!seen.toString(StandardCharsets.UTF_8).contains("}\n\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      seen.write(next);
    }
    return seen.toString(StandardCharsets.UTF_8);
  }
}
