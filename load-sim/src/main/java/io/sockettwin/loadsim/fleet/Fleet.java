package io.sockettwin.loadsim.fleet;

import io.sockettwin.thing.DeviceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The members of a fleet.
public final class Fleet {

  private Fleet() {}

  public static List<Member> of(List<DeviceKey> devices, IntFunction<Make> makes) {
    List<Member> members = new ArrayList<>(devices.size());
    for (int number = 0; number < devices.size(); number++) {
      members.add(new Member(number, devices.get(number), makes.apply(number)));
    }
    return members;
  }

  /// Devices that only this run knows.
  public static List<DeviceKey> devices(String productId, String runId, int count) {
    List<DeviceKey> devices = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      devices.add(new DeviceKey(productId, "sim-%s-%05d".formatted(runId, number)));
    }
    return devices;
  }
}
