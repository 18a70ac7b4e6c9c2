package io.sockettwin.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import io.sockettwin.thing.DeviceKey;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/// What is printed is read back as a camera would.
class LabelTest {
  private static final int DOTS_PER_INCH = 300;

  private static Label label(int number) {
    return Label.of(
        new DeviceKey("HRDG3CKWWZ", "socket-%06d".formatted(number)), Label.DEFAULT_TEXT);
  }

  @Test
  void aCodeSaysWhoTheDeviceIs() throws Exception {
    QrCode code = label(7).code();
    BitMatrix matrix = new BitMatrix(code.modules());
    code.runs().forEach(run -> matrix.setRegion(run.x(), run.y(), run.length(), 1));
    assertThat(new Decoder().decode(matrix).getText())
        .isEqualTo("sockettwin:HRDG3CKWWZ/socket-000007");
  }

  @Test
  void aPictureHasItsQuietZone() {
    QrCode code = label(7).code();
    assertThat(code.svg())
        .contains("viewBox=\"0 0 %1$d %1$d\"".formatted(code.modules() + 8))
        .contains("M4 4h7v1h-7z");
  }

  @Test
  void theLongestTextStillFits() {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "x".repeat(48));
    String text = Label.NAME.repeat(Label.MAX_TEXT / Label.NAME.length());
    assertThat(Label.of(device, text).code().modules()).isPositive();
  }

  @Test
  void aSheetHasFortyEightReadableLabelsAPage() throws Exception {
    var out = new ByteArrayOutputStream();
    new LabelSheet().write(IntStream.range(0, 50).mapToObj(LabelTest::label).toList(), out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, DOTS_PER_INCH);
      int side = page.getWidth() / LabelSheet.COLUMNS;
      assertThat(read(page.getSubimage(0, 0, side, side)))
          .isEqualTo("sockettwin:HRDG3CKWWZ/socket-000048");
    }
  }

  private static String read(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }
}
