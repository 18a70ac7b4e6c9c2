package io.sockettwin.firmware;

import java.util.List;

/// What surrounds the original's processor: everything its control loop can do to the world.
interface Board {

  /// Asked for at each pass, whether it changes anything or not.
  void relay(boolean closed);

  void lamp(Shown shown, int rgb);

  /// What the lamp tells at the moment, besides breathing while the switch is on.
  enum Shown {
    STANDBY,
    OVERLOAD,
    FACTORY_RESET,
    PROVISIONING
  }

  /// A step of breathing in a colour. The colour itself is [Breathing#rgb]: it costs more than the
  /// rest of a pass, and hardly anybody looks.
  void lampBreathes(int baseColour, int step);

  void modemResetPin(boolean high);

  /// A command given to the modem by the control loop, which never sees the answer (T18).
  void modemCommand(String command);

  /// The log after a save.
  void flashed(EnergyLog log, List<FlashOperation> operations);

  /// The processor starts again.
  void reset();
}
