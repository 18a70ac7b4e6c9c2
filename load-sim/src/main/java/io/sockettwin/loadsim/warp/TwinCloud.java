package io.sockettwin.loadsim.warp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Twin;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.twin.TwinStep;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The twins of a service, as its lanes keep them, without broker and database.
final class TwinCloud implements Cloud {

  private static final Duration CONTROL_LIFE = Duration.ofHours(1);

  /// What one device has come to.
  private static final class Device {
    TwinState state = TwinState.UNKNOWN;
    long sessions;
    long reports;
    long overcurrents;
    ClientToken lastEvent = ClientToken.NONE;
  }

  private final Twin twin;
  private final Map<DeviceKey, Device> devices = new HashMap<>();

  TwinCloud(DataTemplate template) {
    twin = new Twin(template);
  }

  @Override
  public List<Message.Down> connected(DeviceKey device, Instant now) {
    Device known = device(device);
    return advance(known, new TwinInput.Connected(++known.sessions), now);
  }

  @Override
  public void disconnected(DeviceKey device, Instant now) {
    Device known = device(device);
    advance(known, new TwinInput.Disconnected(known.sessions, "connection lost"), now);
  }

  @Override
  public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
    return advance(device(device), new TwinInput.Said(message), now);
  }

  @Override
  public List<Message.Down> control(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
    TwinInput input = new TwinInput.ControlRequested(id, values, now.plus(CONTROL_LIFE));
    return advance(device(device), input, now);
  }

  @Override
  public boolean waits(DeviceKey device, String controlId) {
    return device(device).state.controls().stream()
        .anyMatch(control -> control.id().equals(controlId));
  }

  @Override
  public Map<String, JsonNode> reported(DeviceKey device) {
    Map<String, JsonNode> reported = new LinkedHashMap<>();
    device(device).state.reported().forEach((id, it) -> reported.put(id, it.value().toJson()));
    return reported;
  }

  @Override
  public Kept kept(DeviceKey device) {
    Device known = device(device);
    return new Kept(known.reports, known.overcurrents);
  }

  private Device device(DeviceKey key) {
    return devices.computeIfAbsent(key, _ -> new Device());
  }

  private List<Message.Down> advance(Device device, TwinInput input, Instant now) {
    TwinStep step = twin.advance(device.state, input, now);
    device.state = step.state();
    List<Message.Down> answers = new ArrayList<>();
    for (TwinEffect effect : step.effects()) {
      switch (effect) {
        case TwinEffect.Send(Message.Down message) -> answers.add(message);
        case TwinEffect.KeepReport _ -> device.reports++;
        case TwinEffect.KeepEvent event -> keep(device, event);
        case TwinEffect.KeepControl _, TwinEffect.HandOn _, TwinEffect.Dropped _ -> {}
      }
    }
    return answers;
  }

  /// An event that is sent again is the same event.
  private static void keep(Device device, TwinEffect.KeepEvent event) {
    boolean again = event.token().equals(device.lastEvent);
    device.lastEvent = event.token();
    if (!again && event.params().containsValue(new Value.Text("overcurrent"))) {
      device.overcurrents++;
    }
  }
}
