package io.sockettwin.service.push;

/// The same text in English and Chinese. It may hold values from devices, so it is made fit to be
/// stored: control characters become spaces, and what is too long is cut.
public record Texts(String en, String zh) {
  /// Characters; what the shortest-spoken channel takes, with room for a digest.
  public static final int MAX_LENGTH = 1_000;

  public Texts {
    en = fit(en);
    zh = fit(zh);
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH -> zh;
    };
  }

  private static String fit(String text) {
    String clean = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ").replaceAll("\\p{Cs}", "\uFFFD");
    if (clean.length() <= MAX_LENGTH) {
      return clean;
    }
    int end = clean.offsetByCodePoints(0, clean.codePointCount(0, MAX_LENGTH - 1));
    return clean.substring(0, end) + "…";
  }
}
