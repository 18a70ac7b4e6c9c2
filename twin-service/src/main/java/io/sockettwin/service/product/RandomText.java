package io.sockettwin.service.product;

import java.security.SecureRandom;

/// Ids and secrets nobody can guess.
final class RandomText {
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String ALL = UPPER + "abcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  static String productId() {
    return draw(UPPER, 10);
  }

  /// As long as the vendor's (protocol section 1).
  static String productSecret() {
    return draw(ALL, 24);
  }

  private static String draw(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
