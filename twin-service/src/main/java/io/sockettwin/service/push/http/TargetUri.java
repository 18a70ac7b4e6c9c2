package io.sockettwin.service.push.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as somebody types it in; what can be told from its text alone.
public final class TargetUri {
  static final int MAX_LENGTH = 2_000;

  /// Host names whose last label is a number: only addresses have one.
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX]\\p{XDigit}*)\\.?");

  /// The one way to write an IPv4 address that is not read as another one somewhere.
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private TargetUri() {}

  /// What is wrong with it, if anything.
  public static Optional<String> flaw(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of("is longer than " + MAX_LENGTH + " characters");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.of("is not a URL: " + e.getReason());
    }
    if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
      return Optional.of("must begin with https:// or http://");
    }
    if (uri.getHost() == null || isUnusualAddress(uri.getHost())) {
      return Optional.of("names no host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("must have neither a user nor a fragment");
    }
    return uri.getPort() == 0 || uri.getPort() > 0xFFFF
        ? Optional.of("has a port that does not exist")
        : Optional.empty();
  }

  private static boolean isUnusualAddress(String host) {
    return NUMBER.matcher(host).matches() && !ADDRESS.matcher(host).matches();
  }

  /// The host without the brackets of an IPv6 address.
  static String host(URI uri) {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static boolean isEncrypted(URI uri) {
    return "https".equals(uri.getScheme());
  }

  static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : isEncrypted(uri) ? 443 : 80;
  }

  static String pathAndQuery(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
