package io.sockettwin.service.twin;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.Twin;
import io.sockettwin.twin.TwinEffect;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinState;
import io.sockettwin.twin.TwinStep;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// One attempt at a batch; nothing outside it changes before the commit.
final class Attempt {
  final Kept kept = new Kept();

  /// The twins of all devices that were touched.
  final Map<DeviceKey, TwinState> states = new HashMap<>();

  /// To be run after the commit, in this order.
  final List<Runnable> afterwards = new ArrayList<>();

  private final Connection connection;
  private final Outside outside;
  private final TwinMetrics metrics;
  private final Seats seats;
  private final Map<String, Optional<Twin>> twins = new HashMap<>();
  private final Queue<TwinInput> following = new ArrayDeque<>();
  private final List<Participation> participations;

  Attempt(Connection connection, Outside outside, TwinMetrics metrics, Seats seats) {
    this.connection = connection;
    this.outside = outside;
    this.metrics = metrics;
    this.seats = seats;
    participations = seats.participate(connection, afterwards, following);
  }

  void load(Set<DeviceKey> devices, Map<DeviceKey, TwinState> remembered) throws SQLException {
    Set<DeviceKey> missing = new HashSet<>();
    for (DeviceKey device : devices) {
      TwinState known = remembered.get(device);
      if (known == null) {
        missing.add(device);
      } else {
        states.put(device, known);
      }
    }
    states.putAll(TwinReader.read(connection, missing, outside));
    loadSides(devices);
  }

  private void loadSides(Set<DeviceKey> devices) throws SQLException {
    for (Participation each : participations) {
      each.seat.side().load(devices, each);
    }
  }

  void advance(Job job) throws SQLException {
    switch (job) {
      case Job.Heard(var device, var arrival) -> heard(device, arrival);
      case Job.Happened(var device, var input, var at, var committed) -> {
        step(device, input, at);
        afterwards.add(committed);
      }
      case Job.Wanted wanted -> wanted(wanted);
      case Job.Woken woken -> woken(woken);
      case Job.Forget _ -> {}
      case Job.SessionsLost(long before, var at, var committed) -> {
        for (DeviceKey device : connected(before)) {
          step(device, new TwinInput.SessionsLost(before), at);
        }
        afterwards.add(committed);
      }
    }
  }

  private void heard(DeviceKey device, Arrival arrival) throws SQLException {
    Topic topic = Topic.parse(arrival.topic()).orElseThrow();
    switch (MessageCodec.decodeUp(topic, arrival.payload())) {
      case Decoded.Understood<Message.Up>(var message) -> {
        afterwards.add(() -> metrics.received(message));
        step(device, new TwinInput.Said(message), arrival.receivedAt());
      }
      case Decoded.Refused<Message.Up>(int code, String reason, var reply) ->
          afterwards.add(() -> {
            if (reply == null) {
              metrics.dropped(reason);
            } else {
              metrics.refused(code);
              outside.send(device, reply);
            }
          });
    }
    afterwards.add(() -> metrics.handled(arrival.receivedAt()));
    afterwards.add(arrival.committed());
  }

  /// After a commit whose answer was lost the control is there already.
  private void wanted(Job.Wanted wanted) throws SQLException {
    if (wanted.accepted().isDone()) {
      return;
    }
    String id = wanted.request().id();
    step(wanted.device(), wanted.request(), wanted.at());
    Optional<Control> control =
        Optional.ofNullable(kept.controls.get(id))
            .map(Kept.Of::content)
            .or(() ->
                states.getOrDefault(wanted.device(), TwinState.UNKNOWN).controls().stream()
                    .filter(it -> it.id().equals(id))
                    .findAny());
    afterwards.add(() -> wanted.accepted().complete(control));
  }

  /// What this attempt has changed counts more than what is stored.
  private Set<DeviceKey> connected(long before) throws SQLException {
    Set<DeviceKey> found = new HashSet<>();
    TwinReader.connected(
        connection,
        before,
        device -> {
          if (seats.own(device)) {
            found.add(device);
          }
        });
    Set<DeviceKey> unread = new HashSet<>(found);
    unread.removeAll(states.keySet());
    states.putAll(TwinReader.read(connection, unread, outside));
    loadSides(unread);
    found.addAll(states.keySet());
    return found;
  }

  private void woken(Job.Woken woken) throws SQLException {
    for (Participation each : participations) {
      if (each.seat.name().equals(woken.participant())) {
        each.seat.side().woken(woken.device(), woken.at(), each);
      }
    }
    follow(woken.device(), woken.at());
  }

  private void step(DeviceKey device, TwinInput input, Instant at) throws SQLException {
    stepOnce(device, input, at);
    follow(device, at);
  }

  /// Carries out what participants added, and what they add to that.
  private void follow(DeviceKey device, Instant at) throws SQLException {
    for (int i = 0; i < LaneTransaction.MAX_FOLLOWING && !following.isEmpty(); i++) {
      stepOnce(device, following.remove(), at);
    }
    if (!following.isEmpty()) {
      following.clear();
      afterwards.add(() -> metrics.dropped("too many inputs of participants"));
    }
  }

  private void stepOnce(DeviceKey device, TwinInput input, Instant at) throws SQLException {
    Optional<Twin> twin = twin(device.productId());
    if (twin.isEmpty()) {
      afterwards.add(() -> metrics.dropped("unknown product"));
      return;
    }
    TwinState before = states.getOrDefault(device, TwinState.UNKNOWN);
    TwinStep step = twin.get().advance(before, input, at);
    states.put(device, step.state());
    if (step.state().version() != before.version()) {
      kept.twin(device, before, step.state());
    }
    step.effects().forEach(effect -> note(device, effect));
    if (!participations.isEmpty()) {
      tell(new Advance(device, before, input, at, step));
    }
  }

  private void tell(Advance advance) throws SQLException {
    for (Participation each : participations) {
      each.seat.side().advanced(advance, each);
    }
  }

  /// Writes everything.
  ///
  /// @return false when a twin was changed by somebody else since it was read; nothing may be
  ///   committed then
  boolean write() throws SQLException {
    if (!kept.isEmpty() && !TwinStore.write(connection, kept)) {
      return false;
    }
    for (Participation each : participations) {
      each.seat.side().write(each);
    }
    return true;
  }

  /// The commit stands.
  void committed() {
    participations.forEach(Participation::committed);
  }

  private Optional<Twin> twin(String productId) throws SQLException {
    Optional<Twin> twin = twins.get(productId);
    if (twin == null) {
      twin = outside.template(productId).map(it -> new Twin(it, outside.silence()));
      twins.put(productId, twin);
    }
    return twin;
  }

  private void note(DeviceKey device, TwinEffect effect) {
    switch (effect) {
      case TwinEffect.Send(var message) ->
          afterwards.add(() -> {
            int code = Codes.of(message);
            if (code != 0) {
              metrics.refused(code);
            }
            outside.send(device, message);
          });
      case TwinEffect.KeepReport _, TwinEffect.KeepEvent _ -> {} // for the history
      case TwinEffect.HandOn _ -> {} // for the correspondents
      case TwinEffect.KeepControl(var control) ->
          kept.controls.put(control.id(), new Kept.Of<>(device, control));
      case TwinEffect.Dropped(var reason) -> afterwards.add(() -> metrics.dropped(reason));
    }
  }
}
