package io.sockettwin.agent.page;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may speak to the page: browsers that show this very page, and programs of this machine.
///
/// A foreign site can make a browser send requests here. If it does so under a name of its own that
/// it let resolve to this machine, the `Host` gives it away; if not, the `Origin` does.
///
/// @param names host names this machine goes by, in lower case
record Gate(Set<String> names) {

  Gate {
    names = Set.copyOf(names);
  }

  /// A gate that knows `localhost`, and the host the page listens on.
  static Gate of(String host) {
    return new Gate(Set.of("localhost", host.toLowerCase(Locale.ROOT)));
  }

  /// Why a request is turned away, if it is.
  ///
  /// @param origin null when there is none, as with programs and with plain navigation
  Optional<Problem> check(@Nullable String host, @Nullable String origin, boolean changes) {
    if (host == null || !ours(host)) {
      return Optional.of(Problem.FOREIGN_HOST);
    }
    if (changes && origin != null && !origin.equals("http://" + host)) {
      return Optional.of(Problem.FOREIGN_ORIGIN);
    }
    return Optional.empty();
  }

  /// An address cannot be made to point elsewhere, so any is as good as a name of ours.
  private boolean ours(String hostAndPort) {
    String host = hostAndPort.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return names.contains(host) || address(host);
  }

  private static boolean address(String host) {
    try {
      boolean bracketed = host.startsWith("[") && host.endsWith("]");
      InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host);
      return bracketed == (host.indexOf(':') >= 0);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
