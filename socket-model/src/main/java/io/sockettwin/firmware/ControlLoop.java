package io.sockettwin.firmware;

import io.sockettwin.meter.Frame;

/// The control task of the original: a loop that passes every 7 ms unless something holds it up
/// (firmware section 3).
///
/// Times are milliseconds since power-up, those in the original's own counting are 32 bits of
/// ticks. Mutable, for the length of one step; what outlives it is a [#copy].
final class ControlLoop {

  static final int PASS_SLEEP = 7;
  static final int BOOT = 11;
  private static final int REFRESH_TICKS = 2_000;

  /// Compared as double, so that the float 4.9 itself trips.
  private static final double TRIP_AMPERES = 4.9;

  private static final int GREEN = 0x00FF00;
  private static final int RED = 0xFF0000;
  private static final int HALF_BLINK = Delays.busy(500);

  /// What the loop is at.
  private enum At {
    BOOTING,
    PASSING,
    HELD,
    RED,
    DARK,
    /// A sequence of its own: provisioning or the blink of the factory reset.
    SEQUENCE,
    /// Stopped by a fault, its relay as it was (U4). Nothing but power wakes it.
    HUNG
  }

  final Globals globals;
  private final int startTick;
  private MeterDecoder meter;
  private KeyLatch key = KeyLatch.POWERED_UP;
  private final EnergySaver saver;
  private At at = At.BOOTING;
  private Sequence sequence = Sequence.NONE;
  private long until = BOOT;
  private boolean busy = true;
  private int pressedTick;
  private int refreshedTick;
  private int second;
  private int breath;
  private boolean locked;

  private ControlLoop(Globals globals, int startTick, EnergySaver saver, MeterDecoder meter) {
    this.globals = globals;
    this.startTick = startTick;
    this.saver = saver;
    this.meter = meter;
  }

  /// Power comes. Where the energy log cannot be read, nothing ever runs (F2).
  static ControlLoop powerUp(EnergyLog log, int startTick, Board board) {
    board.relay(false);
    board.modemResetPin(false);
    Found found = log.search();
    int stored = log.wattHours(found);
    EnergySaver saver = new EnergySaver(log, stored);
    ControlLoop loop =
        new ControlLoop(new Globals(), startTick, saver, MeterDecoder.poweredUp(stored));
    loop.globals.totalWattHours = stored;
    if (found instanceof Found.BusFault) {
      loop.hang();
    }
    return loop;
  }

  ControlLoop copy() {
    ControlLoop copy = new ControlLoop(globals.copy(), startTick, saver.copy(), meter);
    copy.key = key;
    copy.at = at;
    copy.sequence = sequence;
    copy.until = until;
    copy.busy = busy;
    copy.pressedTick = pressedTick;
    copy.refreshedTick = refreshedTick;
    copy.second = second;
    copy.breath = breath;
    copy.locked = locked;
    return copy;
  }

  /// When the loop acts next.
  long until() {
    return until;
  }

  /// The latest time by which the loop can next do something of its own accord that shows; between
  /// now and then it only passes.
  long nextOfNote() {
    if (at != At.PASSING || !keyIdle()) {
      return until;
    }
    long next = until + Math.max(0, refreshedTick + REFRESH_TICKS + 1 - tick(until));
    int saves = saver.dueIn(tick(until), globals.totalWattHours);
    if (saves >= 0) {
      next = Math.min(next, until + saves);
    }
    if (globals.countDown != 0 || globals.armed) {
      int millis = Integer.remainderUnsigned(tick(until), 1000);
      boolean ticks = globals.countDown == 0 || Integer.divideUnsigned(tick(until), 1000) != second;
      next = Math.min(next, ticks ? until : until + 1000 - millis);
    }
    return next;
  }

  /// Whether tasks of lower priority may run: not while the loop waits busily (T20).
  boolean sleeps() {
    return !busy;
  }

  boolean hung() {
    return at == At.HUNG;
  }

  boolean locked() {
    return locked;
  }

  /// When the copy of the readings was made.
  int refreshedTick() {
    return refreshedTick;
  }

  MeterDecoder meter() {
    return meter;
  }

  EnergyLog log() {
    return saver.log();
  }

  void frame(Frame frame) {
    meter = meter.after(frame);
  }

  /// Whether samples of the button can still change anything.
  boolean keyIdle() {
    return !key.pressedBefore() && key.code() == KeyLatch.RELEASED;
  }

  void sampleKey(boolean pressed) {
    key = key.sampled(pressed);
  }

  /// A fault of the processor: it goes round in circles for ever.
  void hang() {
    at = At.HUNG;
    busy = true;
    until = Long.MAX_VALUE;
  }

  /// Goes on from where it waited.
  void resume(Board board) {
    long now = until;
    switch (at) {
      case BOOTING -> {
        refreshedTick = tick(now);
        saver.start(tick(now));
        board.modemResetPin(true);
        globals.uploadEnabled = true;
        pass(now, board);
      }
      case PASSING -> pass(now, board);
      case HELD -> held(now, board);
      case RED -> {
        board.lamp(Board.Shown.OVERLOAD, 0);
        wait(At.DARK, now, HALF_BLINK, true);
      }
      case DARK -> {
        locked = locked && globals.powerSwitch == 0;
        finish(now, board);
      }
      case SEQUENCE -> sequence(now, board);
      case HUNG -> throw new IllegalStateException("a hung loop does not go on");
    }
  }

  private void pass(long now, Board board) {
    int tick = tick(now);
    if (Integer.compareUnsigned(tick - refreshedTick, REFRESH_TICKS) > 0) {
      globals.reading = meter.reading();
      globals.totalWattHours = meter.totalWattHours();
      refreshedTick = tick;
    }
    if (saver.isDue(tick, globals.totalWattHours)
        && !saver.save(tick, globals.totalWattHours, board)) {
      hang();
      return;
    }
    if (readKey() == KeyLatch.RELEASED) {
      decide(now, board);
    } else {
      pressedTick = tick;
      wait(At.HELD, now, Press.READ_SLEEP, false);
    }
  }

  /// While the button is held, nothing else of the loop runs: no protection above all (T4).
  private void held(long now, Board board) {
    if (readKey() != KeyLatch.RELEASED) {
      wait(At.HELD, now, Press.READ_SLEEP, false);
      return;
    }
    switch (Press.of(tick(now) - pressedTick)) {
      case CLICK -> {
        globals.toggle();
        decide(now, board);
      }
      case PROVISION -> {
        globals.uploadEnabled = false;
        sequence = Sequence.PROVISIONING;
        sequence(now, board);
      }
      case RESET -> {
        sequence = Sequence.FACTORY_RESET;
        sequence(now, board);
      }
      case NOTHING -> decide(now, board);
    }
  }

  private void sequence(long now, Board board) {
    Sequence.Step step = sequence.step();
    if (step == null) {
      boolean restarts = sequence.restarts();
      sequence = Sequence.NONE;
      if (restarts) {
        hang();
        board.reset();
      } else {
        decide(now, board);
      }
      return;
    }
    sequence.act(step, board);
    sequence = sequence.next();
    wait(At.SEQUENCE, now, step.milliseconds(), step.busy());
  }

  private void decide(long now, Board board) {
    countDown(tick(now));
    if (globals.reading.currentAmperes() > TRIP_AMPERES) {
      globals.powerSwitch = 0;
      globals.overcurrentEvent = true;
      locked = true;
    }
    if (locked) {
      // The relay is opened after the whole blink only (T1).
      board.lamp(Board.Shown.OVERLOAD, RED);
      wait(At.RED, now, HALF_BLINK, true);
      return;
    }
    if (globals.powerSwitch == 0) {
      board.lamp(Board.Shown.STANDBY, GREEN);
    } else {
      board.lampBreathes(BaseColour.of(globals.reading.activePowerWatts()), breath);
      breath = (breath + 1) % Breathing.STEPS;
    }
    finish(now, board);
  }

  /// One second a pass at most (T10); at zero the switch is inverted, whatever it is (T9).
  private void countDown(int tick) {
    int nowSecond = Integer.divideUnsigned(tick, 1000);
    if (globals.countDown != 0 && nowSecond != second) {
      globals.countDown--;
      second = nowSecond;
    }
    if (globals.countDown == 0 && globals.armed) {
      globals.armed = false;
      globals.toggle();
    }
  }

  private void finish(long now, Board board) {
    board.relay(globals.powerSwitch != 0);
    wait(At.PASSING, now, PASS_SLEEP, false);
  }

  private void wait(At next, long now, int milliseconds, boolean busily) {
    at = next;
    until = now + milliseconds;
    busy = busily;
  }

  private int readKey() {
    int code = key.code();
    key = key.afterRead();
    return code;
  }

  private int tick(long now) {
    return startTick + (int) now;
  }
}
