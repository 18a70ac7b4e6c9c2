package io.sockettwin.wire;

/// Every topic a device has, with its direction as the device sees it (protocol section 3).
public enum TopicKind {
  PROPERTY_UP("$thing/up/property/", Use.PUBLISH),
  PROPERTY_DOWN("$thing/down/property/", Use.SUBSCRIBE),
  EVENT_UP("$thing/up/event/", Use.PUBLISH),
  EVENT_DOWN("$thing/down/event/", Use.SUBSCRIBE),
  ACTION_UP("$thing/up/action/", Use.PUBLISH),
  ACTION_DOWN("$thing/down/action/", Use.SUBSCRIBE),
  SERVICE_UP("$thing/up/service/", Use.PUBLISH),
  SERVICE_DOWN("$thing/down/service/", Use.SUBSCRIBE),
  RAW_UP("$thing/up/raw/", Use.PUBLISH),
  RAW_DOWN("$thing/down/raw/", Use.SUBSCRIBE),
  SYSTEM_UP("$sys/operation/", Use.PUBLISH),
  SYSTEM_DOWN("$sys/operation/result/", Use.SUBSCRIBE),
  FIRMWARE_UP("$ota/report/", Use.PUBLISH),
  FIRMWARE_DOWN("$ota/update/", Use.SUBSCRIBE),
  LOG_UP("$log/operation/", Use.PUBLISH),
  LOG_DOWN("$log/operation/result/", Use.SUBSCRIBE),
  GATEWAY_UP("$gateway/operation/", Use.PUBLISH),
  GATEWAY_DOWN("$gateway/operation/result/", Use.SUBSCRIBE),
  CALL_DOWN("$rrpc/rxd/", Use.SUBSCRIBE),
  CALL_UP("$rrpc/txd/", Use.PUBLISH),
  BROADCAST_DOWN("$broadcast/rxd/", Use.SUBSCRIBE),
  SHADOW_UP("$shadow/operation/", Use.PUBLISH),
  SHADOW_DOWN("$shadow/operation/result/", Use.SUBSCRIBE),
  CONFIG_UP("$config/operation/", Use.PUBLISH),
  CONFIG_DOWN("$config/operation/result/", Use.SUBSCRIBE),
  RESOURCE_UP("$resource/up/service/", Use.PUBLISH),
  RESOURCE_DOWN("$resource/down/service/", Use.SUBSCRIBE),
  TEMPLATE_UP("$template/operation/", Use.PUBLISH),
  TEMPLATE_DOWN("$template/operation/result/", Use.SUBSCRIBE),
  /// The hub's user topics are written `{p}/{d}/control`; the word is their suffix.
  USER_CONTROL("control", Use.SUBSCRIBE),
  USER_EVENT("event", Use.PUBLISH),
  USER_DATA("data", Use.BOTH);

  private enum Use {
    PUBLISH,
    SUBSCRIBE,
    BOTH
  }

  private final String word;
  private final Use use;

  TopicKind(String word, Use use) {
    this.word = word;
    this.use = use;
  }

  public boolean mayPublish() {
    return use != Use.SUBSCRIBE;
  }

  public boolean maySubscribe() {
    return use != Use.PUBLISH;
  }

  /// Whether a process id follows the device's name.
  boolean isCall() {
    return this == CALL_DOWN || this == CALL_UP;
  }

  boolean isUserTopic() {
    return this == USER_CONTROL || this == USER_EVENT || this == USER_DATA;
  }

  /// What stands before product and device, or for a user topic after them.
  String word() {
    return word;
  }
}
