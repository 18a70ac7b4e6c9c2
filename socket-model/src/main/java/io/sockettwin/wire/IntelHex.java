package io.sockettwin.wire;

import java.util.HexFormat;
import java.util.Locale;

/// Lines of Intel-HEX files, as the production line writes them: length, address, type and checksum
/// in capitals, the data in small letters (firmware section 8).
public final class IntelHex {

  static final int TYPE_DATA = 0;
  static final int TYPE_END = 1;
  static final int TYPE_SEGMENT = 2;
  static final int TYPE_UPPER_ADDRESS = 4;

  /// The length is one byte.
  public static final int MAX_DATA = 255;

  public static final String END = ":00000001FF\n";

  private IntelHex() {}

  /// The upper half of the addresses of all following data.
  public static String upperAddress(int upper) {
    return line(TYPE_UPPER_ADDRESS, 0, new byte[] {(byte) (upper >> 8), (byte) upper});
  }

  public static String data(int address, byte[] data) {
    return line(TYPE_DATA, address, data);
  }

  private static String line(int type, int address, byte[] data) {
    if (data.length > MAX_DATA) {
      throw new IllegalArgumentException("a record of " + data.length + " bytes");
    }
    int sum = data.length + (address >> 8) + address + type;
    for (byte b : data) {
      sum += b;
    }
    return String.format(
        Locale.ROOT,
        ":%02X%04X%02X%s%02X\n",
        data.length,
        address,
        type,
        HexFormat.of().formatHex(data),
        -sum & 0xFF);
  }
}
