package io.sockettwin.firmware;

/// When the original saves its total: at most once in a minute, and only when it has changed
/// (firmware section 3, step 2). Mutable, for the length of one step.
final class EnergySaver {

  private static final int SAVE_TICKS = 60_000;

  private EnergyLog log;
  private int savedTick;
  private int savedWattHours;

  EnergySaver(EnergyLog log, int savedWattHours) {
    this.log = log;
    this.savedWattHours = savedWattHours;
  }

  EnergySaver copy() {
    EnergySaver copy = new EnergySaver(log, savedWattHours);
    copy.savedTick = savedTick;
    return copy;
  }

  EnergyLog log() {
    return log;
  }

  /// The minute begins.
  void start(int tick) {
    savedTick = tick;
  }

  boolean isDue(int tick, int wattHours) {
    return wattHours != savedWattHours && Integer.compareUnsigned(tick - savedTick, SAVE_TICKS) > 0;
  }

  /// In how many milliseconds this total is saved; negative if it is no other than the last.
  int dueIn(int tick, int wattHours) {
    return wattHours == savedWattHours ? -1 : Math.max(0, savedTick + SAVE_TICKS + 1 - tick);
  }

  /// Saves the total; false where the log cannot be read, which stops the processor (F2).
  boolean save(int tick, int wattHours, Board board) {
    Found found = log.search();
    if (found instanceof Found.BusFault) {
      return false;
    }
    EnergyLog.Saved saved = log.save(found, wattHours);
    log = saved.log();
    savedWattHours = wattHours;
    savedTick = tick;
    board.flashed(log, saved.operations());
    return true;
  }
}
