package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
  private static final String VERSION_AND_RANDOM = "0303" + "ab".repeat(32);

  private static boolean offers(String hex) {
    return ClientHello.offersPreSharedKey(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
  }

  @Test
  void findsTheSuitesOfTheVendor() {
    String vendors = VERSION_AND_RANDOM + "00" + "0006" + "008c008d00ff" + "0100";
    assertThat(offers(vendors)).isTrue();
    assertThat(offers(VERSION_AND_RANDOM + "02abcd" + "0004" + "c02f008d" + "0100")).isTrue();
  }

  @Test
  void seesNoneInASessionIdOrAnExtensionOrBetweenTwoSuites() {
    String others = "0004" + "c0008cc0" + "0100" + "0004" + "008c008d";
    assertThat(offers(VERSION_AND_RANDOM + "02008c" + others)).isFalse();
  }

  @Test
  void seesNoneInAnyPart() {
    byte[] whole =
        HexFormat.of().parseHex(VERSION_AND_RANDOM + "04abcdabcd" + "0006" + "c02f00ff008c");
    for (int length = 0; length < whole.length; length++) {
      assertThat(ClientHello.offersPreSharedKey(Unpooled.wrappedBuffer(whole, 0, length)))
          .as("%d bytes", length)
          .isFalse();
    }
    assertThat(ClientHello.offersPreSharedKey(Unpooled.wrappedBuffer(whole))).isTrue();
  }
}
