package io.sockettwin.service.alarm;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which devices of the product a flow watches. Nothing named: all of them.
///
/// @param devices by name
record Scope(
    @Size(max = MAX_DEVICES) List<@Pattern(regexp = "[A-Za-z0-9_.:-]{1,48}") String> devices) {
  static final int MAX_DEVICES = 1_000;
  static final Scope ALL = new Scope(List.of());

  Scope(@Nullable List<String> devices) {
    this.devices = devices == null ? List.of() : List.copyOf(devices);
  }

  boolean contains(String device) {
    return devices.isEmpty() || devices.contains(device);
  }
}
