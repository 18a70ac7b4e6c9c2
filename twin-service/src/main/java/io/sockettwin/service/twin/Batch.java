package io.sockettwin.service.twin;

import io.sockettwin.thing.DataTemplate;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/// Carries out jobs for the devices of one lane: read what is not remembered, advance, write,
/// commit, and only then answer. Not for several threads.
final class Batch {
  /// Twins remembered by each lane, a few kilobytes each.
  static final int MAX_REMEMBERED = 10_000;

  private final DataSource database;
  private final Surroundings around;
  private final Map<DeviceKey, TwinState> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeviceKey, TwinState> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  /// What a lane needs of the rest of the service.
  interface Surroundings {
    Optional<DataTemplate> template(String productId);

    void send(DeviceKey device, Message.Down message);

    void changed(DeviceKey device, TwinState state);

    void dropped(String reason);
  }

  Batch(DataSource database, Surroundings around) {
    this.database = database;
    this.around = around;
  }

  /// Carries out all jobs or none.
  ///
  /// @return when to wake which device
  List<Lane.Alarm> carryOut(List<Job> jobs) throws SQLException {
    Run run = new Run();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        run.load(connection, jobs);
        jobs.forEach(run::advance);
        if (!run.kept.isEmpty() && !TwinStore.write(connection, run.kept)) {
          throw new SQLException("a twin was changed by another replica");
        }
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
    run.finish();
    return run.alarms;
  }

  /// Gives a job up.
  void drop(Job job) {
    around.dropped("refused by the database");
    switch (job) {
      case Job.Heard(var device, var arrival) -> arrival.committed().run();
      case Job.Happened(var device, var input, var at, var committed) -> committed.run();
      case Job.Wanted(var device, var request, var at, var accepted) ->
          accepted.complete(Optional.empty());
      case Job.Forget(var device) -> {}
    }
  }

  void forgetAll() {
    remembered.clear();
  }

  /// One attempt; nothing outside it changes before the commit.
  private final class Run {
    private final Kept kept = new Kept();
    private final Map<DeviceKey, TwinState> states = new HashMap<>();
    private final Map<String, Optional<Twin>> twins = new HashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<Lane.Alarm> alarms = new ArrayList<>();

    void load(Connection connection, List<Job> jobs) throws SQLException {
      Set<DeviceKey> missing = new LinkedHashSet<>();
      for (Job job : jobs) {
        if (job instanceof Job.Forget(var device)) {
          remembered.remove(device);
        }
      }
      for (Job job : jobs) {
        TwinState known = remembered.get(job.device());
        if (known == null) {
          missing.add(job.device());
        } else {
          states.put(job.device(), known);
        }
      }
      states.putAll(TwinReader.read(connection, missing, around::template));
    }

    void advance(Job job) {
      switch (job) {
        case Job.Heard(var device, var arrival) -> heard(device, arrival);
        case Job.Happened(var device, var input, var at, var committed) -> {
          step(device, input, at);
          afterwards.add(committed);
        }
        case Job.Wanted(var device, var request, var at, var accepted) -> {
          step(device, request, at);
          Optional<Control> control =
              Optional.ofNullable(kept.controls.get(request.id())).map(Kept.Of::content);
          afterwards.add(() -> accepted.complete(control));
        }
        case Job.Forget forget -> {}
      }
    }

    private void heard(DeviceKey device, Arrival arrival) {
      Topic topic = Topic.parse(arrival.topic()).orElseThrow();
      switch (MessageCodec.decodeUp(topic, arrival.payload())) {
        case Decoded.Understood<Message.Up>(var message) ->
            step(device, new TwinInput.Said(message), arrival.receivedAt());
        case Decoded.Refused<Message.Up>(int code, String reason, var reply) -> {
          afterwards.add(() -> around.dropped("code " + code));
          if (reply != null) {
            afterwards.add(() -> around.send(device, reply));
          }
        }
      }
      afterwards.add(arrival.committed());
    }

    private void step(DeviceKey device, TwinInput input, Instant at) {
      Optional<Twin> twin =
          twins.computeIfAbsent(
              device.productId(), product -> around.template(product).map(Twin::new));
      if (twin.isEmpty()) {
        afterwards.add(() -> around.dropped("unknown product"));
        return;
      }
      TwinState before = states.getOrDefault(device, TwinState.UNKNOWN);
      TwinStep step = twin.get().advance(before, input, at);
      if (step.state().version() != before.version()) {
        states.put(device, step.state());
        kept.twin(device, before, step.state());
      }
      step.effects().forEach(effect -> note(device, effect));
    }

    private void note(DeviceKey device, TwinEffect effect) {
      switch (effect) {
        case TwinEffect.Send(var message) -> afterwards.add(() -> around.send(device, message));
        case TwinEffect.KeepReport report -> kept.reports.add(new Kept.Of<>(device, report));
        case TwinEffect.KeepEvent event -> kept.events.add(new Kept.Of<>(device, event));
        case TwinEffect.KeepControl(var control) ->
            kept.controls.put(control.id(), new Kept.Of<>(device, control));
        case TwinEffect.WakeAt(var at) -> alarms.add(new Lane.Alarm(at, device));
        case TwinEffect.Dropped(var reason) -> afterwards.add(() -> around.dropped(reason));
      }
    }

    void finish() {
      kept.twins.forEach((device, change) -> remembered.put(device, change.after()));
      afterwards.forEach(Runnable::run);
      kept.twins.forEach((device, change) -> around.changed(device, change.after()));
    }
  }
}
