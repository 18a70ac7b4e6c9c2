package io.sockettwin.service.timer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sockettwin.service.twin.LaneTransaction;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.ParsedTemplate;
import io.sockettwin.twin.TwinInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A replica with one lane, in the time of a test. A kill loses its memory, and the transaction it
/// was just in.
final class TimerReplica {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DataTemplate TEMPLATE = template();
  private static final double KILL_PROBABILITY = 0.1;

  private final DataSource database;
  private final Claims claims;
  private final Random random;
  private final Queue<String> controls;
  private Near near = new Near();
  private int kills;
  private boolean spared;

  TimerReplica(DataSource database, Random random, Queue<String> controls) {
    this.database = database;
    this.random = random;
    this.controls = controls;
    claims = new Claims(database, new SunCalc(), JSON);
  }

  int kills() {
    return kills;
  }

  void spare() {
    spared = true;
  }

  private boolean killed() {
    boolean killed = !spared && random.nextDouble() < KILL_PROBABILITY;
    if (killed) {
      kills++;
      near = new Near();
    }
    return killed;
  }

  void round(Instant now) throws SQLException, InterruptedException {
    near.add(claims.claim(now, now).appointments());
    if (killed()) {
      return;
    }
    List<DeviceKey> overdue = claims.overdue(now.minus(Clockwork.FORGOTTEN), near.room());
    near.add(overdue.stream().map(it -> new Appointment(it, now)).toList());
    while (near.size() > 0) {
      List<DeviceKey> called = new ArrayList<>();
      int batch = 1 + random.nextInt(5);
      while (near.size() > 0 && called.size() < batch) {
        called.add(near.take().device());
      }
      fire(called, now);
    }
  }

  /// As a lane does it.
  private void fire(List<DeviceKey> called, Instant now) throws SQLException {
    TimerSide side = side();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Attempt attempt = new Attempt(connection);
      Set<DeviceKey> devices = new HashSet<>(called);
      side.load(devices, attempt);
      called.forEach(device -> side.woken(device, now, attempt));
      side.write(attempt);
      if (killed()) {
        connection.rollback();
        return;
      }
      connection.commit();
      controls.addAll(attempt.controls);
      attempt.effects.forEach(Runnable::run);
    }
  }

  private TimerSide side() {
    TimerMetrics metrics = new TimerMetrics(new SimpleMeterRegistry(), near);
    return new TimerSide(near, _ -> Optional.of(TEMPLATE), JSON, metrics);
  }

  private static DataTemplate template() {
    try (var in = TimerReplica.class.getResourceAsStream("/socket-template.json")) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((ParsedTemplate.Valid) DataTemplate.parse(json)).template();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gathers what a lane would carry out.
  private static final class Attempt implements LaneTransaction {
    private final Connection connection;
    private final List<String> controls = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();

    Attempt(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public void afterCommit(Runnable effect) {
      effects.add(effect);
    }

    @Override
    public void wakeAt(DeviceKey device, @Nullable Instant at) {
      throw new AssertionError("not by the lane's alarms");
    }

    @Override
    public void follow(TwinInput input) {
      controls.add(((TwinInput.ControlRequested) input).id());
    }
  }
}
