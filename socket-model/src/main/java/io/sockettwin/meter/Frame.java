package io.sockettwin.meter;

import java.util.Optional;

/// One frame of the meter, as its registers (data sheet of the HLW8032, "UART data format").
///
/// A frame only claims what its checksum covers. Whether the two bytes outside it, state and check,
/// can be believed is asked with [#trusted()].
public record Frame(
    int state,
    int check,
    int voltageParameter,
    int voltageRegister,
    int currentParameter,
    int currentRegister,
    int powerParameter,
    int powerRegister,
    int dataUpdate,
    int pulseCounter) {

  public static final int LENGTH = 24;

  /// The constant second byte.
  public static final int CHECK = 0x5A;

  /// All registers within their range.
  public static final int STATE_GOOD = 0x55;

  /// The chip found its own parameters unusable.
  public static final int STATE_UNCALIBRATED = 0xAA;

  /// High half of a state whose low bits each mark one register as overflowed.
  public static final int STATE_FLAGGED = 0xF0;

  static final int FLAG_VOLTAGE = 0x08;
  static final int FLAG_CURRENT = 0x04;
  static final int FLAG_POWER = 0x02;
  static final int FLAG_PARAMETERS = 0x01;

  static final int DATA_UPDATE_OVERFLOW = 0x80;

  /// Reads the registers, unless the length or the checksum is wrong.
  public static Optional<Frame> parse(byte[] bytes) {
    if (bytes.length != LENGTH || (bytes[LENGTH - 1] & 0xFF) != checksum(bytes)) {
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            bytes[0] & 0xFF,
            bytes[1] & 0xFF,
            unsigned24(bytes, 2),
            unsigned24(bytes, 5),
            unsigned24(bytes, 8),
            unsigned24(bytes, 11),
            unsigned24(bytes, 14),
            unsigned24(bytes, 17),
            bytes[20] & 0xFF,
            (bytes[21] & 0xFF) << 8 | (bytes[22] & 0xFF)));
  }

  /// The frame as the meter sends it.
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    bytes[0] = (byte) state;
    bytes[1] = (byte) check;
    put24(bytes, 2, voltageParameter);
    put24(bytes, 5, voltageRegister);
    put24(bytes, 8, currentParameter);
    put24(bytes, 11, currentRegister);
    put24(bytes, 14, powerParameter);
    put24(bytes, 17, powerRegister);
    bytes[20] = (byte) dataUpdate;
    bytes[21] = (byte) (pulseCounter >> 8);
    bytes[22] = (byte) pulseCounter;
    bytes[LENGTH - 1] = (byte) checksum(bytes);
    return bytes;
  }

  /// Whether state and check byte, which no checksum covers, are ones the chip can send.
  public boolean trusted() {
    return check == CHECK && knownState(state);
  }

  /// Whether the chip stands by its parameters, so that its registers mean something.
  public boolean parametersUsable() {
    return state == STATE_GOOD || (flagged() && (state & FLAG_PARAMETERS) == 0);
  }

  /// Whether the worth of a pulse is known.
  public boolean pulsesUsable() {
    return parametersUsable() && powerParameter > 0;
  }

  /// The voltage was too small to measure.
  public boolean voltageOverflowed() {
    return flagged() && (state & FLAG_VOLTAGE) != 0;
  }

  /// The current was too small to measure.
  public boolean currentOverflowed() {
    return flagged() && (state & FLAG_CURRENT) != 0;
  }

  /// The power was too small to measure.
  public boolean powerOverflowed() {
    return flagged() && (state & FLAG_POWER) != 0;
  }

  /// The bit that flips each time the 16-bit pulse counter starts again from zero.
  public boolean pulseOverflowBit() {
    return (dataUpdate & DATA_UPDATE_OVERFLOW) != 0;
  }

  static boolean knownState(int state) {
    return state == STATE_GOOD
        || state == STATE_UNCALIBRATED
        || (state & STATE_FLAGGED) == STATE_FLAGGED;
  }

  private boolean flagged() {
    return (state & STATE_FLAGGED) == STATE_FLAGGED;
  }

  private static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 2; i < LENGTH - 1; i++) {
      sum += bytes[i];
    }
    return sum & 0xFF;
  }

  private static int unsigned24(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
  }

  private static void put24(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 16);
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) value;
  }
}
