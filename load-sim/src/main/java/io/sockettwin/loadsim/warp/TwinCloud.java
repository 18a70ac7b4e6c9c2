package io.sockettwin.loadsim.warp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.flow.Expressions;
import io.sockettwin.flow.Flow;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.flow.FlowParser;
import io.sockettwin.flow.ParsedFlow;
import io.sockettwin.flow.Trigger;
import io.sockettwin.loadsim.scenario.OverloadRule;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.twin.Presence;
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

/// The twins of a service and the alarm rule for overloads, as its lanes keep them, without broker
/// and database.
final class TwinCloud implements Cloud {

  private static final Duration CONTROL_LIFE = Duration.ofHours(1);

  /// What one device has come to.
  private static final class Device {
    final OverloadWatch watch;
    TwinState state = TwinState.UNKNOWN;
    long sessions;
    long reports;
    long overcurrents;
    long firings;
    ClientToken lastEvent = ClientToken.NONE;

    Device(Flow overloads) {
      watch = new OverloadWatch(overloads);
    }
  }

  private final Twin twin;
  private final Flow overloads;
  private final Map<DeviceKey, Device> devices = new HashMap<>();

  TwinCloud(DataTemplate template) {
    twin = new Twin(template);
    overloads =
        switch (new FlowParser(template, TwinCloud::refused).parse(OverloadRule.json())) {
          case ParsedFlow.Valid(Flow flow) -> flow;
          case ParsedFlow.Invalid(var problems) ->
              throw new IllegalStateException("the rule for overloads: " + problems);
        };
  }

  /// The rule has no texts to compile.
  private static Expressions.Compiled refused(String text, Trigger trigger) {
    return new Expressions.Compiled.Rejected("not here");
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
  public List<Message.Down> timerDue(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
    device(device).firings++;
    return control(device, id, values, now);
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
    return new Kept(
        known.reports, known.overcurrents, known.watch.raised(), known.watch.hits(), known.firings);
  }

  private Device device(DeviceKey key) {
    return devices.computeIfAbsent(key, _ -> new Device(overloads));
  }

  private List<Message.Down> advance(Device device, TwinInput input, Instant now) {
    Presence before = device.state.presence();
    TwinStep step = twin.advance(device.state, input, now);
    device.state = step.state();
    List<Message.Down> answers = new ArrayList<>();
    for (TwinEffect effect : step.effects()) {
      switch (effect) {
        case TwinEffect.Send(Message.Down message) -> answers.add(message);
        case TwinEffect.KeepReport report -> {
          device.reports++;
          device.watch.feed(new FlowInput.Reported(report.at(), report.values()), now);
        }
        case TwinEffect.KeepEvent event -> {
          keep(device, event);
          device.watch.feed(
              new FlowInput.Happened(event.at(), event.eventId(), event.params()), now);
        }
        case TwinEffect.KeepControl _, TwinEffect.HandOn _, TwinEffect.Dropped _ -> {}
      }
    }
    Presence after = device.state.presence();
    if (after.connected() != before.connected() || after.session() != before.session()) {
      device.watch.feed(
          after.connected() ? new FlowInput.CameOnline() : new FlowInput.WentOffline(), now);
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
