package io.sockettwin.firmware;

import io.sockettwin.socket.SocketEffect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The surroundings of a simulated device: what its control loop does becomes effects.
///
/// Mutable, for the length of one step; what outlives it is a [#copy].
final class SocketBoard implements Board {

  private static final Duration PROVISIONING_WINDOW = Duration.ofSeconds(30);

  private final List<SocketEffect> effects = new ArrayList<>();
  private boolean relayClosed;
  private int lampRgb;

  /// The step of breathing in that colour; negative while the lamp shows it plainly.
  private int lampStep = -1;

  private boolean disconnects;
  private boolean restarts;

  SocketBoard copy() {
    SocketBoard copy = new SocketBoard();
    copy.relayClosed = relayClosed;
    copy.lampRgb = lampRgb;
    copy.lampStep = lampStep;
    return copy;
  }

  boolean relayClosed() {
    return relayClosed;
  }

  int lampRgb() {
    return lampStep < 0 ? lampRgb : Breathing.rgb(lampRgb, lampStep);
  }

  void add(SocketEffect effect) {
    effects.add(effect);
  }

  /// What was done since this was asked last.
  List<SocketEffect> takeEffects() {
    List<SocketEffect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  /// Whether the modem was told to end the session since this was asked last.
  boolean takeDisconnects() {
    boolean taken = disconnects;
    disconnects = false;
    return taken;
  }

  /// Whether the processor starts again.
  boolean restarts() {
    return restarts;
  }

  void restarted() {
    restarts = false;
    relay(false);
  }

  @Override
  public void relay(boolean closed) {
    if (closed != relayClosed) {
      relayClosed = closed;
      add(closed ? new SocketEffect.CloseRelay() : new SocketEffect.OpenRelay());
    }
  }

  @Override
  public void lamp(Shown shown, int rgb) {
    lampRgb = rgb;
    lampStep = -1;
  }

  @Override
  public void lampBreathes(int baseColour, int step) {
    lampRgb = baseColour;
    lampStep = step;
  }

  @Override
  public void modemResetPin(boolean high) {
    // The modem of a simulated device is reset with it.
  }

  @Override
  public void modemCommand(String command) {
    switch (command) {
      case "AT+TCMQTTDISCONN" -> disconnects = true;
      case "AT+TCSTARTSMART" -> add(new SocketEffect.StartProvisioning(PROVISIONING_WINDOW));
      case "AT+TCSTOPSMART" -> add(new SocketEffect.StopProvisioning());
      default -> {}
    }
  }

  /// Only what would be found again after power-up is worth telling: as shipped, the first save
  /// alone (F1).
  @Override
  public void flashed(EnergyLog log, List<FlashOperation> operations) {
    boolean accepted =
        operations.getLast() instanceof FlashOperation.Program program
            && program.status() == FlashOperation.Status.OK;
    if (accepted) {
      long wattHours = Integer.toUnsignedLong(log.wattHours(log.search()));
      add(new SocketEffect.StoreEnergy(wattHours * 1_000));
    }
  }

  @Override
  public void reset() {
    restarts = true;
  }
}
