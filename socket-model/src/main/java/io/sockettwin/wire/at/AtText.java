package io.sockettwin.wire.at;

/// Texts inside commands: quotation marks and commas are escaped by a backslash (protocol section
/// 15), and so is the backslash itself, or JSON's own escapes would be lost on the way.
public final class AtText {

  private AtText() {}

  public static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace(",", "\\,");
  }

  /// A backslash means: take the next character as it is. Devices escape other characters too
  /// (protocol section 14).
  public static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }
}
