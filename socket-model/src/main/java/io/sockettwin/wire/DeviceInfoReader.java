package io.sockettwin.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Reads device information from the lines of an Intel-HEX file. Anything wrong anywhere, and there
/// is none: a device must not log in with half an identity.
final class DeviceInfoReader {

  /// A file with the whole of the flash memory, in the shortest usual lines, fits three times.
  private static final int MAX_CHARACTERS = 2_000_000;

  private static final byte ERASED = (byte) 0xFF;

  /// Everything of a line but its data: length, address, type, checksum.
  private static final int FRAME_BYTES = 5;

  private final byte[] region = new byte[DeviceInfoImage.REGION_BYTES];
  private long upperAddress;
  private boolean ended;

  private DeviceInfoReader() {
    Arrays.fill(region, ERASED);
  }

  static Optional<DeviceInfoImage> read(String hex) {
    if (hex.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    DeviceInfoReader reader = new DeviceInfoReader();
    boolean sound = hex.lines().map(String::strip).allMatch(reader::takes);
    return sound && reader.ended ? reader.image() : Optional.empty();
  }

  private boolean takes(String line) {
    if (line.isEmpty()) {
      return true;
    }
    byte[] bytes = bytes(line);
    if (ended || bytes.length < FRAME_BYTES || bytes.length != FRAME_BYTES + (bytes[0] & 0xFF)) {
      return false;
    }
    int sum = 0;
    for (byte b : bytes) {
      sum += b;
    }
    return (sum & 0xFF) == 0 && takes(bytes);
  }

  private static byte[] bytes(String line) {
    try {
      return line.charAt(0) == ':' ? HexFormat.of().parseHex(line, 1, line.length()) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private boolean takes(byte[] record) {
    int length = record[0] & 0xFF;
    int address = (record[1] & 0xFF) << 8 | (record[2] & 0xFF);
    return switch (record[3]) {
      case IntelHex.TYPE_DATA -> {
        long offset = upperAddress + address - DeviceInfoImage.BASE;
        for (int i = 0; i < length; i++) {
          if (offset + i >= 0 && offset + i < region.length) {
            region[(int) offset + i] = record[4 + i];
          }
        }
        yield true;
      }
      case IntelHex.TYPE_END -> {
        ended = true;
        yield length == 0;
      }
      case IntelHex.TYPE_SEGMENT, IntelHex.TYPE_UPPER_ADDRESS -> {
        if (length == 2) {
          int shift = record[3] == IntelHex.TYPE_UPPER_ADDRESS ? 16 : 4;
          upperAddress = (long) ((record[4] & 0xFF) << 8 | (record[5] & 0xFF)) << shift;
        }
        yield length == 2;
      }
      // Where the program starts: of no concern here.
      case 3, 5 -> true;
      default -> false;
    };
  }

  private Optional<DeviceInfoImage> image() {
    return DeviceInfoImage.of(
        field(0, DeviceInfoImage.NAME_OFFSET),
        field(DeviceInfoImage.NAME_OFFSET, DeviceInfoImage.SECRET_OFFSET),
        field(DeviceInfoImage.SECRET_OFFSET, region.length));
  }

  /// Up to the NUL; the production tool of the original left the line end in the secret (D1).
  private String field(int from, int to) {
    int end = from;
    while (end < to && region[end] != 0 && region[end] != ERASED) {
      end++;
    }
    return new String(region, from, end - from, StandardCharsets.US_ASCII).strip();
  }
}
