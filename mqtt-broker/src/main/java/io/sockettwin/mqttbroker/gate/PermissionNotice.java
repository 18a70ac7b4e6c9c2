package io.sockettwin.mqttbroker.gate;

/// What the service publishes when a connected client may use other topics than at its login: a
/// JSON object with the members `publish` and `subscribe`, each the whole list of topic filters.
/// One that may use nothing any more is disconnected. The broker takes it in, nobody can subscribe
/// to it.
public final class PermissionNotice {

  private static final String ROOT = "sockettwin/permission/";

  /// What the service must be permitted to publish to.
  public static final String FILTER = ROOT + "+";

  private PermissionNotice() {}

  public static String topic(String clientId) {
    return ROOT + clientId;
  }

  /// Whether a topic is one of these.
  public static boolean isTopic(String topic) {
    return topic.startsWith(ROOT);
  }

  public static String clientId(String topic) {
    return topic.substring(ROOT.length());
  }
}
