package io.sockettwin.loadsim.warp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Value;
import io.sockettwin.wire.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Good twins with one flaw.
class FlawedCloud implements Cloud {

  private final Cloud good = Warps.twins();

  @Override
  public List<Message.Down> connected(DeviceKey device, Instant now) {
    return good.connected(device, now);
  }

  @Override
  public void disconnected(DeviceKey device, Instant now) {
    good.disconnected(device, now);
  }

  @Override
  public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
    return good.said(device, message, now);
  }

  @Override
  public List<Message.Down> control(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
    return good.control(device, id, values, now);
  }

  @Override
  public List<Message.Down> timerDue(
      DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
    return good.timerDue(device, id, values, now);
  }

  @Override
  public boolean waits(DeviceKey device, String controlId) {
    return good.waits(device, controlId);
  }

  @Override
  public Map<String, JsonNode> reported(DeviceKey device) {
    return good.reported(device);
  }

  @Override
  public Kept kept(DeviceKey device) {
    return good.kept(device);
  }

  /// One of a thousand reports is kept and not acknowledged.
  static final class LosesAcks extends FlawedCloud {
    private int reports;

    @Override
    public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
      List<Message.Down> answers = super.said(device, message, now);
      boolean lost = message instanceof Message.Report && ++reports % 1_000 == 0;
      return lost ? List.of() : answers;
    }
  }

  /// One of a thousand reports is acknowledged and not kept.
  static final class AcksTooSoon extends FlawedCloud {
    private int reports;

    @Override
    public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
      return message instanceof Message.Report report && ++reports % 1_000 == 0
          ? List.of(new Message.ReportReply(report.clientToken(), 0, "success"))
          : super.said(device, message, now);
    }
  }

  /// One event is kept twice.
  static final class DoublesAnAlarm extends FlawedCloud {
    private DeviceKey doubled;

    @Override
    public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
      if (doubled == null && message instanceof Message.EventPost) {
        doubled = device;
      }
      return super.said(device, message, now);
    }

    @Override
    public Kept kept(DeviceKey device) {
      Kept kept = super.kept(device);
      long more = device.equals(doubled) ? 1 : 0;
      return new Kept(
          kept.reports(), kept.overcurrents() + more, kept.alarms(), kept.hits(), kept.firings());
    }
  }

  /// Events are answered and forgotten.
  static final class MissesAlarms extends FlawedCloud {
    @Override
    public List<Message.Down> said(DeviceKey device, Message.Up message, Instant now) {
      return message instanceof Message.EventPost post
          ? List.of(new Message.EventReply(post.clientToken(), null, false, 0, ""))
          : super.said(device, message, now);
    }
  }

  /// Shows everybody as switched off.
  static final class ShowsAllOff extends FlawedCloud {
    @Override
    public Map<String, JsonNode> reported(DeviceKey device) {
      Map<String, JsonNode> reported = new LinkedHashMap<>(super.reported(device));
      reported.put("power_switch", IntNode.valueOf(0));
      return reported;
    }
  }

  /// Takes controls and never sends them.
  static final class SwallowsControls extends FlawedCloud {
    @Override
    public List<Message.Down> control(
        DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
      var _ = super.control(device, id, values, now);
      return List.of();
    }
  }

  /// Fires timers so many times.
  static final class FiresTimers extends FlawedCloud {
    private final int times;

    FiresTimers(int times) {
      this.times = times;
    }

    @Override
    public List<Message.Down> timerDue(
        DeviceKey device, String id, SequencedMap<String, Value> values, Instant now) {
      List<Message.Down> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        all.addAll(super.timerDue(device, id + "." + i, values, now));
      }
      return all;
    }
  }

  /// Keeps events and raises no alarm.
  static final class RaisesNothing extends FlawedCloud {
    @Override
    public Kept kept(DeviceKey device) {
      Kept kept = super.kept(device);
      return new Kept(kept.reports(), kept.overcurrents(), List.of(), 0, kept.firings());
    }
  }
}
