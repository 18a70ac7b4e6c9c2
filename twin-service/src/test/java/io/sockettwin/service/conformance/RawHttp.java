package io.sockettwin.service.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// HTTP as embedded clients speak it: bytes out, and a reply whose length must be told.
final class RawHttp {
  private RawHttp() {}

  /// The body of a reply that has status 200 and a Content-Length; the C client reads no chunks.
  ///
  /// @param head request line and headers, each on a line
  static byte[] post(URI server, String head, byte[] body) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      var request = new ByteArrayOutputStream();
      request.writeBytes(
          (head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      String headers = headers(socket.getInputStream());
      assertThat(headers).startsWith("HTTP/1.1 200 ");
      return socket.getInputStream().readNBytes(length(headers));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String headers(InputStream in) throws IOException {
    StringBuilder headers = new StringBuilder();
    while (headers.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new AssertionError("ended after " + headers);
      }
      headers.append((char) next);
    }
    return headers.toString();
  }

  private static int length(String headers) {
    return headers
        .lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Content-Length"));
  }
}
