package io.sockettwin.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key all devices of a product share, by which they obtain secrets of their own. Never shown.
public final class ProductSecret {
  /// The first 16 characters are an AES key (protocol section 11.3).
  public static final int MIN_LENGTH = 16;

  public static final int MAX_LENGTH = 32;

  /// A registration reply holds at most two PEM texts.
  static final int MAX_PAYLOAD_LENGTH = 16 * 1024;

  private static final int BLOCK = 16;

  private final String text;

  private ProductSecret(String text) {
    this.text = text;
  }

  public static Optional<ProductSecret> parse(String text) {
    boolean printable = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return printable && text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH
        ? Optional.of(new ProductSecret(text))
        : Optional.empty();
  }

  /// For those who store it sealed, and for signing: the text itself is the key, not decoded.
  public String text() {
    return text;
  }

  /// AES-128-CBC, padded with zero bytes to a block; the reply tells the length separately.
  String encrypt(String plaintext) {
    byte[] bytes = plaintext.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK);
    return Base64.getEncoder().encodeToString(crypt(Cipher.ENCRYPT_MODE, padded));
  }

  Optional<String> decrypt(String payload, int length) {
    if (payload.length() > MAX_PAYLOAD_LENGTH) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(payload);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length % BLOCK != 0 || length < 0 || length > bytes.length) {
      return Optional.empty();
    }
    byte[] plaintext = crypt(Cipher.DECRYPT_MODE, bytes);
    return Optional.of(new String(plaintext, 0, length, StandardCharsets.UTF_8));
  }

  private byte[] crypt(int mode, byte[] blocks) {
    try {
      byte[] key = text.substring(0, BLOCK).getBytes(StandardCharsets.US_ASCII);
      byte[] iv = "0".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(blocks);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in CBC mode", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProductSecret secret && ConstantTime.equal(text, secret.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "ProductSecret[hidden]";
  }
}
