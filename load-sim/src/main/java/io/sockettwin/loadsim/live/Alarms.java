package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.loadsim.check.Facts;
import io.sockettwin.loadsim.check.Latency;
import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.thing.DeviceKey;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows each overload from the socket that cut it off to the webhook that tells of it.
final class Alarms implements AutoCloseable {

  /// What one device has tripped and what was pushed of it.
  private static final class Of {
    final Queue<Long> trips = new ArrayDeque<>();
    final Set<String> pushes = new HashSet<>();
    long raised;
    long hits;
  }

  private final Api api;
  private final RunClock clock;
  private final Progress progress;
  private final AlarmReceiver receiver = new AlarmReceiver(new SecureRandom(), this::pushed);
  private final OverloadFlow flow;
  private final Ledger ledger = new Ledger(Ledger.Ear.NONE);
  private final Map<String, Of> devices = new HashMap<>();
  private long repeated;

  private Alarms(Api api, RunClock clock, Progress progress) {
    this.api = api;
    this.clock = clock;
    this.progress = progress;
    this.flow = new OverloadFlow(api);
  }

  /// Null, and a warning, where the service does not want to tell us.
  static @Nullable Alarms follow(
      Api api, RunClock clock, Progress progress, String runId, List<DeviceKey> devices) {
    Alarms alarms = new Alarms(api, clock, progress);
    try {
      alarms.flow.create(runId, devices, alarms.receiver.address());
      return alarms;
    } catch (CannotRun e) {
      progress.warning(String.valueOf(e.getMessage()));
      alarms.close();
      return null;
    }
  }

  Ledger ledger() {
    return ledger;
  }

  /// Told by the lanes.
  synchronized void tripped(DeviceKey device, long nanos) {
    of(device.deviceName()).trips.add(nanos);
  }

  /// Whether every trip was told of.
  synchronized boolean arrived() {
    return devices.values().stream().allMatch(of -> of.trips.isEmpty());
  }

  /// Reads what the service has raised.
  synchronized void read() {
    for (String id : flow.ids()) {
      for (JsonNode alarm : api.require("/api/alarms/export.json?flowId=" + id)) {
        Of of = of(alarm.path("device").asText());
        of.raised++;
        of.hits += alarm.path("hits").asLong();
      }
    }
  }

  /// What the service has made of a device's overloads, once they were read.
  synchronized Seen.Alarms seen(DeviceKey device) {
    Of of = of(device.deviceName());
    return new Seen.Alarms(of.raised, of.hits, of.pushes.size());
  }

  synchronized void state(Facts facts) {
    long raised = devices.values().stream().mapToLong(of -> of.raised).sum();
    long pushes = devices.values().stream().mapToLong(of -> of.pushes.size()).sum();
    facts.put("alarms.raised", (double) raised);
    facts.put("pushes.heard", (double) pushes);
    facts.put("pushes.repeated", (double) repeated);
  }

  @Override
  public void close() {
    receiver.close();
    try {
      flow.delete();
    } catch (CannotRun e) {
      progress.warning("a flow and a channel are left at the service: " + e.getMessage());
    }
  }

  private synchronized void pushed(String key, String device) {
    Of of = of(device);
    if (!of.pushes.add(key)) {
      repeated++;
      return;
    }
    @Nullable Long since = of.trips.poll();
    if (since != null) {
      ledger.time(Latency.ALARM, clock.nanos() - since);
    }
  }

  private Of of(String device) {
    return devices.computeIfAbsent(device, _ -> new Of());
  }
}
