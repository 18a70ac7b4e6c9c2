package io.sockettwin.firmware;

import io.sockettwin.wire.IntelHex;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The production line's tool as it was, which made the images that sit in devices today: the line
/// end stays in the last column (D1), a blank line ends the run (D2), nothing is checked (D3, D4,
/// D6), and an unfit line ends it with an error (D5).
public final class ProductionTool {

  private static final int UPPER_ADDRESS = 0x0801;
  private static final int PRODUCT_ADDRESS = 0xB000;
  private static final int NAME_ADDRESS = 0xB040;
  private static final int SECRET_ADDRESS = 0xB080;
  private static final int COLUMNS = 3;

  private ProductionTool() {}

  /// What a run leaves behind.
  ///
  /// @param files text by name
  /// @param error why it broke off; null if it did not
  public record Run(Map<String, String> files, @Nullable String error) {}

  public static Run run(String deviceInfo) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String line : lines(deviceInfo)) {
      if (line.length() < 2) {
        break;
      }
      String[] columns = line.split(" ", -1);
      if (columns.length < COLUMNS) {
        return new Run(files, "fewer than three columns: " + columns.length);
      }
      byte[][] fields = new byte[COLUMNS][];
      for (int i = 0; i < COLUMNS; i++) {
        if (!columns[i].chars().allMatch(c -> c < 0x80)) {
          return new Run(files, "not ASCII: column " + (i + 1));
        }
        fields[i] = (columns[i] + "\0").getBytes(StandardCharsets.US_ASCII);
        if (fields[i].length > IntelHex.MAX_DATA) {
          return new Run(files, "too long: column " + (i + 1));
        }
      }
      files.put(columns[1] + ".hex", image(fields));
    }
    return new Run(files, null);
  }

  private static String image(byte[][] fields) {
    return IntelHex.upperAddress(UPPER_ADDRESS)
        + IntelHex.data(PRODUCT_ADDRESS, fields[0])
        + IntelHex.data(NAME_ADDRESS, fields[1])
        + IntelHex.data(SECRET_ADDRESS, fields[2])
        + IntelHex.END;
  }

  /// Each with its line end, which was LF, CR LF or CR in the file and is LF from here on.
  private static String[] lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').split("(?<=\n)");
  }
}
