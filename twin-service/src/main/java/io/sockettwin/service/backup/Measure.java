package io.sockettwin.service.backup;

import io.sockettwin.service.backup.Manifest.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Passes bytes on and knows their number and hash. Closing it leaves what is behind it open.
final class Measure extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private long bytes;

  Measure(OutputStream out) {
    this.out = out;
  }

  static String hash(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  /// What was written until now, the end of it.
  Content content() {
    return new Content(bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
