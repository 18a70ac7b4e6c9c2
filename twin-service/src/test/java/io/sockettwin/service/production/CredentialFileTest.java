package io.sockettwin.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.service.device.DeviceSeries.Credential;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// The forms of protocol section 17, byte for byte.
class CredentialFileTest {
  private static final Credential SOCKET =
      new Credential(
          new DeviceKey("HRDG3CKWWZ", "socket001"),
          DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow());

  private static byte[] written(CredentialFile form) throws IOException {
    var out = new ByteArrayOutputStream();
    CredentialFile.Writer writer = form.begin(out);
    writer.write(SOCKET);
    writer.end();
    return out.toByteArray();
  }

  @Test
  void deviceInfoHasALineForEachDevice() throws IOException {
    assertThat(written(CredentialFile.DEVICE_INFO))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("HRDG3CKWWZ socket001 AAECAwQFBgcICQoLDA0ODw==\n");
  }

  @Test
  void csvHasAHeader() throws IOException {
    assertThat(written(CredentialFile.CSV))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(
            """
            product_id,device_name,device_secret\r
            HRDG3CKWWZ,socket001,AAECAwQFBgcICQoLDA0ODw==\r
            """);
  }

  @Test
  void imagesAreWhatIsBurned() throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(written(CredentialFile.IMAGES)))) {
      assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("socket001.hex");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.US_ASCII))
          .isEqualTo(
              """
              :020000040801F1
              :0BB000004852444733434b57575a0057
              :0AB04000736f636b657430303100EC
              :19B0800041414543417751464267634943516f4c4441304f44773d3d0081
              :00000001FF
              """);
      assertThat(zip.getNextEntry()).isNull();
    }
  }
}
