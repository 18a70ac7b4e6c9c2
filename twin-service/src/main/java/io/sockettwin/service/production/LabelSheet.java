package io.sockettwin.service.production;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Labels on A4 sheets, 4 by 12, to print and cut or to print on self-adhesive paper.
final class LabelSheet {
  static final int COLUMNS = 4;
  static final int ROWS = 12;

  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;
  private static final float MARGIN = 8 * POINTS_PER_MILLIMETRE;
  private static final float CODE_SIDE = 17 * POINTS_PER_MILLIMETRE;
  private static final float GAP = 1.5f * POINTS_PER_MILLIMETRE;
  private static final float LARGEST_FONT = 8;
  private static final float LINE = 1.3f;

  private final PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  void write(List<Label> labels, OutputStream out) throws IOException {
    int perPage = COLUMNS * ROWS;
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      for (int start = 0; start < labels.size(); start += perPage) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          draw(labels.subList(start, Math.min(start + perPage, labels.size())), content);
        }
      }
      document.save(out);
    }
  }

  private void draw(List<Label> labels, PDPageContentStream content) throws IOException {
    float width = (PDRectangle.A4.getWidth() - 2 * MARGIN) / COLUMNS;
    float height = (PDRectangle.A4.getHeight() - 2 * MARGIN) / ROWS;
    for (int i = 0; i < labels.size(); i++) {
      float left = MARGIN + i % COLUMNS * width;
      float bottom = PDRectangle.A4.getHeight() - MARGIN - (i / COLUMNS + 1) * height;
      float codeBottom = bottom + (height - CODE_SIDE) / 2;
      code(labels.get(i).code(), left, codeBottom, content);
      text(labels.get(i), left + CODE_SIDE, codeBottom, width - CODE_SIDE - GAP, content);
    }
  }

  private static void code(QrCode code, float left, float bottom, PDPageContentStream content)
      throws IOException {
    float module = CODE_SIDE / (code.modules() + 2 * QrCode.QUIET_ZONE);
    for (QrCode.Run run : code.runs()) {
      content.addRect(
          left + (run.x() + QrCode.QUIET_ZONE) * module,
          bottom + CODE_SIDE - (run.y() + QrCode.QUIET_ZONE + 1) * module,
          run.length() * module,
          module);
    }
    content.fill();
  }

  /// Name above product, each as large as fits.
  private void text(Label label, float left, float bottom, float width, PDPageContentStream content)
      throws IOException {
    float size = size(label.device().deviceName(), width);
    line(label.device().deviceName(), left, bottom + CODE_SIDE / 2, size, content);
    float small = Math.min(size, size(label.device().productId(), width));
    line(label.device().productId(), left, bottom + CODE_SIDE / 2 - small * LINE, small, content);
  }

  private float size(String text, float width) throws IOException {
    return Math.min(LARGEST_FONT, width / (font.getStringWidth(text) / 1_000));
  }

  private void line(String text, float x, float y, float size, PDPageContentStream content)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }
}
