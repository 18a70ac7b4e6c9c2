package io.sockettwin.service.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `openssl s_client`, whose input and output are the plain bytes of the session.
final class OpenSsl implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final Process process;
  private final Path errors;

  private OpenSsl(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static boolean installed() {
    try {
      return new ProcessBuilder("openssl", "version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static OpenSsl client(int port, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_client", "-quiet", "-connect", "127.0.0.1:" + port));
    command.addAll(List.of(options));
    Path errors = Files.createTempFile(Path.of("target"), "openssl-", ".err");
    return new OpenSsl(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  /// As the vendor's C client does; on OpenSSL 3 its suites need security level 0.
  static OpenSsl psk(int port, String identity, String keyHex, String suite) throws IOException {
    return client(
        port,
        "-tls1_2",
        "-cipher",
        suite + ":@SECLEVEL=0",
        "-psk_identity",
        identity,
        "-psk",
        keyHex);
  }

  void send(byte[] bytes) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  InputStream received() {
    return process.getInputStream();
  }

  /// What it says when the server has ended the session.
  String complaint() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("openssl still runs");
    }
    return Files.readString(errors, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(errors);
  }
}
