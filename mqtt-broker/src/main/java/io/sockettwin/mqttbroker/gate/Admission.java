package io.sockettwin.mqttbroker.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A gate's answer.
public sealed interface Admission {

  /// The client may enter.
  ///
  /// @param publish topic filters it may publish to; everything else is dropped
  /// @param subscribe topic filters it may subscribe to; everything else is answered with 0x80
  /// @param sessionName where begin and end of its sessions are announced, as the tail of
  ///   [SessionNotice#topic]; `null` for a client whose coming and going is nobody's business
  record Admitted(
      Standing standing, List<String> publish, List<String> subscribe, @Nullable String sessionName)
      implements Admission {

    public Admitted {
      publish = checked(publish);
      subscribe = checked(subscribe);
      if (sessionName != null && (sessionName.contains("+") || sessionName.contains("#"))) {
        throw new IllegalArgumentException("session name with a wildcard: " + sessionName);
      }
    }

    /// The broker's `#` also matches topics that begin with `$`, other than in the MQTT rules
    /// (section 4.7.2), so a lone `#` would hand out every device's topics.
    private static List<String> checked(List<String> filters) {
      if (filters.contains("#")) {
        throw new IllegalArgumentException("the filter # is never granted");
      }
      return List.copyOf(filters);
    }
  }

  /// The client is turned away; the text reaches MQTT 5 clients and the log.
  record Refused(Refusal refusal, String text) implements Admission {}
}
