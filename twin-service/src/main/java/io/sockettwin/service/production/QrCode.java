package io.sockettwin.service.production;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A QR code as the dark runs of its rows, measured in modules.
record QrCode(int modules, List<Run> runs) {
  /// Modules that must stay blank around it (ISO/IEC 18004).
  static final int QUIET_ZONE = 4;

  /// A placeholder of twelve characters becomes a name of 48 at most.
  static final int MAX_TEXT = 4 * Label.MAX_TEXT;

  /// Dark modules side by side.
  record Run(int x, int y, int length) {}

  QrCode {
    runs = List.copyOf(runs);
  }

  static QrCode of(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a QR code of " + text.length() + " characters");
    }
    ByteMatrix matrix = matrix(text);
    List<Run> runs = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        int start = x;
        while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          runs.add(new Run(start, y, x - start));
        }
      }
    }
    return new QrCode(matrix.getWidth(), runs);
  }

  /// The code as a picture, with its quiet zone.
  String svg() {
    int side = modules + 2 * QUIET_ZONE;
    StringBuilder path = new StringBuilder();
    for (Run run : runs) {
      path.append('M').append(run.x() + QUIET_ZONE).append(' ').append(run.y() + QUIET_ZONE);
      path.append('h').append(run.length()).append("v1h-").append(run.length()).append('z');
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
    """
        .formatted(side, path);
  }

  private static ByteMatrix matrix(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("not encodable: " + text, e);
    }
  }
}
