package io.sockettwin.service.alarm;

import io.sockettwin.flow.Facts;
import io.sockettwin.flow.FlowEffect;
import io.sockettwin.flow.FlowInput;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.TwinInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What one attempt of a lane has found, until it is written.
final class AlarmBatch {
  /// How long a device that is away may be asked to take on what a flow sets: never hours later.
  private static final Duration SET_EXPIRY = Duration.ofMinutes(5);

  /// Which episode.
  record Key(String flowId, DeviceKey device, long episode) {
    static Key of(ActiveFlow flow, DeviceKey device, long episode) {
      return new Key(flow.id(), device, episode);
    }

    @Override
    public String toString() {
      return flowId + ":" + device + ":" + episode;
    }

    /// The same whenever it is computed.
    String id() {
      return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
    }
  }

  record Raised(
      ActiveFlow flow,
      DeviceKey device,
      FlowEffect.Raised effect,
      Facts facts,
      Instant receivedAt,
      Instant decidedAt) {
    Key key() {
      return Key.of(flow, device, effect.episode());
    }
  }

  /// How an episode went on.
  record Change(
      ActiveFlow flow,
      DeviceKey device,
      @Nullable Long hits,
      @Nullable Instant lastHitAt,
      FlowEffect.@Nullable Cleared cleared,
      Instant receivedAt) {}

  record Remembered(ActiveFlow flow, Watch.Stored before, Watch.Stored after) {}

  record Presence(DeviceKey device, Instant at, boolean online) {}

  /// Which memory.
  record Place(String flowId, DeviceKey device) {}

  final Map<Key, Raised> raised = new LinkedHashMap<>();
  final Map<Key, Change> changes = new LinkedHashMap<>();
  final Map<Place, Remembered> memories = new LinkedHashMap<>();
  final List<Presence> presences = new ArrayList<>();

  boolean isEmpty() {
    return raised.isEmpty() && changes.isEmpty() && memories.isEmpty() && presences.isEmpty();
  }

  void notePresence(DeviceKey device, List<FlowInput> inputs, Instant at) {
    for (FlowInput input : inputs) {
      switch (input) {
        case FlowInput.CameOnline() -> presences.add(new Presence(device, at, true));
        case FlowInput.WentOffline() -> presences.add(new Presence(device, at, false));
        case FlowInput.Reported _, FlowInput.Happened _, FlowInput.WakeUp _ -> {}
      }
    }
  }

  /// @param follow takes what is to happen to the device next
  void note(
      ActiveFlow flow,
      DeviceKey device,
      FlowEffect effect,
      Facts facts,
      Instant receivedAt,
      Consumer<TwinInput> follow) {
    Key key = Key.of(flow, device, effect.episode());
    switch (effect) {
      case FlowEffect.Raised it -> {
        raised.put(key, new Raised(flow, device, it, facts, receivedAt, Instant.now()));
        set(flow, key, receivedAt, follow);
      }
      case FlowEffect.Repeated(long _, Instant at, long hits) ->
          merge(key, new Change(flow, device, hits, at, null, receivedAt));
      case FlowEffect.Cleared it ->
          merge(key, new Change(flow, device, null, null, it, receivedAt));
    }
  }

  private void merge(Key key, Change later) {
    changes.merge(
        key,
        later,
        (old, now) ->
            new Change(
                now.flow(),
                now.device(),
                now.hits() == null ? old.hits() : now.hits(),
                now.lastHitAt() == null ? old.lastHitAt() : now.lastHitAt(),
                now.cleared(),
                now.receivedAt()));
  }

  private static void set(ActiveFlow flow, Key key, Instant now, Consumer<TwinInput> follow) {
    var wanted = flow.draft().outputsOrNone().set();
    if (wanted != null
        && flow.isLive()
        && flow.template().checkControl(wanted) instanceof Check.Accepted(var values)) {
      follow.accept(new TwinInput.ControlRequested("f-" + key.id(), values, now.plus(SET_EXPIRY)));
    }
  }

  void remember(ActiveFlow flow, DeviceKey device, Watch.Stored before, Watch.Stored after) {
    memories.merge(
        new Place(flow.id(), device),
        new Remembered(flow, before, after),
        (old, now) -> new Remembered(now.flow(), old.before(), now.after()));
  }
}
