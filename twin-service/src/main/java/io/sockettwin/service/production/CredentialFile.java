package io.sockettwin.service.production;

import io.sockettwin.service.device.DeviceSeries.Credential;
import io.sockettwin.wire.DeviceInfoImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The forms in which a production line takes credentials; all are written one device at a time.
enum CredentialFile {
  /// The list of the vendor's tool: product, name and secret with a blank between (protocol section
  /// 17).
  DEVICE_INFO("device_info.txt", "text/plain") {
    @Override
    Writer begin(OutputStream out) {
      return lines(out, " ");
    }
  },

  /// For spreadsheets and other tools.
  CSV("credentials.csv", "text/csv") {
    @Override
    Writer begin(OutputStream out) throws IOException {
      out.write(ascii("product_id,device_name,device_secret\r\n"));
      return lines(out, ",");
    }
  },

  /// An Intel-HEX image for each device, named after it.
  IMAGES("images.zip", "application/zip") {
    @Override
    Writer begin(OutputStream out) {
      return new Images(new ZipOutputStream(out));
    }
  };

  /// Takes credentials and writes them.
  interface Writer {
    void write(Credential credential) throws IOException;

    /// After the last one.
    void end() throws IOException;
  }

  final String fileName;
  final String mediaType;

  CredentialFile(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  abstract Writer begin(OutputStream out) throws IOException;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Writer lines(OutputStream raw, String separator) {
    String end = separator.equals(",") ? "\r\n" : "\n";
    OutputStream out = new BufferedOutputStream(raw);
    return new Writer() {
      @Override
      public void write(Credential credential) throws IOException {
        out.write(
            ascii(
                String.join(
                        separator,
                        credential.device().productId(),
                        credential.device().deviceName(),
                        credential.secret().base64())
                    + end));
      }

      @Override
      public void end() throws IOException {
        out.flush();
      }
    };
  }

  private record Images(ZipOutputStream zip) implements Writer {
    @Override
    public void write(Credential credential) throws IOException {
      DeviceInfoImage image =
          new DeviceInfoImage(
              credential.device().productId(),
              credential.device().deviceName(),
              credential.secret().base64());
      ZipEntry entry = new ZipEntry(image.deviceName() + ".hex");
      zip.putNextEntry(entry);
      zip.write(ascii(image.hex()));
      zip.closeEntry();
    }

    @Override
    public void end() throws IOException {
      zip.finish();
    }
  }
}
