package io.sockettwin.service.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/// How far somebody's way with a device or a home goes; each includes those before it.
public enum Level {
  @JsonProperty("view")
  VIEW,
  @JsonProperty("control")
  CONTROL,
  /// As if it were theirs: names, rooms, whom else to let in.
  @JsonProperty("own")
  OWN;

  public boolean covers(Level wanted) {
    return compareTo(wanted) >= 0;
  }

  /// What a right asks for where it meets a device or a home.
  static Level of(Collection<String> rights) {
    if (rights.contains(Rights.ARRANGE)) {
      return OWN;
    }
    return rights.contains(Rights.CONTROL) ? CONTROL : VIEW;
  }
}
