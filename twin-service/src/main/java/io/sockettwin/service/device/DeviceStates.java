package io.sockettwin.service.device;

/// What a device's twin says about its being there, each as a condition on `t`, the row of its twin
/// if it has one. Every device is in one of these states.
public final class DeviceStates {
  public static final String ONLINE = "t.connected and not t.silent";
  public static final String SILENT = "t.connected and t.silent";
  public static final String OFFLINE = "not t.connected and t.session > 0";
  public static final String NEVER = "coalesce(t.session, 0) = 0";

  private DeviceStates() {}
}
