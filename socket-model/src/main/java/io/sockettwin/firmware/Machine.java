package io.sockettwin.firmware;

import io.sockettwin.meter.Frame;
import io.sockettwin.socket.ControlOutcome;
import io.sockettwin.socket.Report;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import java.time.Duration;
import java.time.Instant;

/// A whole flashed device: its two tasks, its modem, and what surrounds them. The order of things
/// within one millisecond is that of the recordings.
///
/// Mutable, for the length of one step; what outlives it is a [#copy].
final class Machine {

  private static final int KEY_SAMPLE = 3;

  private final Firmware firmware;
  private final SocketBoard board;
  private Instant bootedAt;
  private InnerModem modem;
  private ControlLoop loop;
  private CloudTask cloud;

  /// Everything up to this millisecond since power-up has been done.
  private long time = -1;

  private boolean pressed;

  private Machine(Firmware firmware, Instant bootedAt, EnergyLog log) {
    this.firmware = firmware;
    this.bootedAt = bootedAt;
    board = new SocketBoard();
    board.add(new SocketEffect.OpenRelay());
    modem = new InnerModem(firmware.commandMilliseconds());
    loop = ControlLoop.powerUp(log, 0, board);
    cloud = CloudTask.powerUp(firmware.device(), loop.globals);
  }

  private Machine(Machine other) {
    firmware = other.firmware;
    bootedAt = other.bootedAt;
    board = other.board.copy();
    modem = other.modem.copy();
    loop = other.loop.copy();
    cloud = other.cloud.copy(loop.globals);
    time = other.time;
    pressed = other.pressed;
  }

  static Machine powerUp(Firmware firmware, EnergyLog log, Instant bootedAt) {
    return new Machine(firmware, bootedAt, log);
  }

  Machine copy() {
    return new Machine(this);
  }

  /// The processor starts again, all the rest goes on.
  private void restart(long now) {
    bootedAt = at(now);
    time = -1;
    board.restarted();
    modem = modem.restarted();
    loop = ControlLoop.powerUp(loop.log(), 0, board);
    cloud = CloudTask.powerUp(firmware.device(), loop.globals);
  }

  ControlLoop loop() {
    return loop;
  }

  CloudTask cloud() {
    return cloud;
  }

  SocketBoard board() {
    return board;
  }

  /// Lets everything happen that is due before a time.
  void runBefore(Instant now) {
    runThrough(milliseconds(now) - 1);
  }

  /// Lets everything happen that is due by a time.
  void runThrough(Instant now) {
    runThrough(milliseconds(now));
  }

  /// The device has a clock of its own: where that of the world jumps, it goes on as before.
  void skip(Duration unlived) {
    bootedAt = bootedAt.plus(unlived);
  }

  Duration behind(Instant now) {
    return Duration.between(at(time), now);
  }

  void frame(Frame frame) {
    loop.frame(frame);
  }

  void press(boolean now) {
    pressed = now;
  }

  InnerModem modem() {
    modem.now = time;
    return modem;
  }

  /// When something can next happen that anybody notices.
  Instant wakeAt() {
    long next = Math.max(modemOrCloud(), cloudMayRun() ? 0 : loop.until());
    next = Math.min(next, nextSample());
    boolean relayLags = (loop.globals.powerSwitch != 0) != board.relayClosed();
    next = Math.min(next, relayLags || pressed ? loop.until() : loop.nextOfNote());
    return next == Long.MAX_VALUE ? Instant.MAX : at(Math.max(next, time + 1));
  }

  private void runThrough(long limit) {
    while (true) {
      long next = Math.min(loop.until(), nextSample());
      if (cloudMayRun()) {
        next = Math.min(next, Math.max(modemOrCloud(), time));
      }
      if (next > limit) {
        time = Math.max(time, limit);
        return;
      }
      limit -= step(next);
    }
  }

  /// One millisecond. Gives by how much time has started anew.
  private long step(long now) {
    if (now > time && now % KEY_SAMPLE == 0) {
      loop.sampleKey(pressed);
    }
    time = now;
    lowPriority(now);
    while (loop.until() == now && !board.restarts()) {
      loop.resume(board);
    }
    if (board.restarts()) {
      restart(now);
      return now;
    }
    if (board.takeDisconnects()) {
      modem().disconnect();
    }
    lowPriority(now);
    return 0;
  }

  private void lowPriority(long now) {
    modem.now = now;
    while (cloudMayRun() && modemOrCloud() <= now) {
      if (modem.until() <= now) {
        cloud.line(modem.take(), now, modem);
      } else {
        cloud.resume(now, modem);
      }
      modem.takeSent().forEach(message -> sent(message, now));
      if (cloud.faulted()) {
        loop.hang();
      }
    }
  }

  private void sent(Downlink message, long now) {
    switch (message.method()) {
      case "report" -> board.add(new SocketEffect.SendReport(report(message)));
      case "event_post" ->
          board.add(
              new SocketEffect.SendEvent(
                  eventId(message.token()),
                  // As the original says it: no fault (T13).
                  new SocketEvent.StatusReport(false, SocketEvent.OVERCURRENT.message()),
                  at(now)));
      case "control_reply" ->
          board.add(new SocketEffect.ReplyToControl(message.token(), new ControlOutcome.Applied()));
      default -> {}
    }
  }

  private Report report(Downlink message) {
    PropertyRecord values = PropertyRecord.of(loop.globals);
    if (message.control() != null) {
      for (var value : message.control().entrySet()) {
        values = value.getKey().put(values, value.getValue());
      }
    }
    return MilliUnits.report(values);
  }

  String eventToken(long eventId) {
    return firmware.device().productId() + "-" + eventId;
  }

  private static long eventId(String token) {
    return Long.parseLong(token.substring(token.lastIndexOf('-') + 1));
  }

  private long nextSample() {
    return pressed || !loop.keyIdle()
        ? Math.floorDiv(time, KEY_SAMPLE) * KEY_SAMPLE + KEY_SAMPLE
        : Long.MAX_VALUE;
  }

  private boolean cloudMayRun() {
    return !loop.hung() && (!firmware.starves() || loop.sleeps());
  }

  private long modemOrCloud() {
    return Math.min(modem.until(), cloud.until());
  }

  private Instant at(long milliseconds) {
    return bootedAt.plusMillis(milliseconds);
  }

  private long milliseconds(Instant now) {
    return Duration.between(bootedAt, now).toMillis();
  }
}
