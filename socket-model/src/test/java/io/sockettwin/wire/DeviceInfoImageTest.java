package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceInfoImageTest {

  private static final DeviceInfoImage IMAGE =
      new DeviceInfoImage("HRDG3CKWWZ", "socket001", "AAECAwQFBgcICQoLDA0ODw==");

  /// The example of protocol section 17.
  private static final String HEX =
      """
      :020000040801F1
      :0BB000004852444733434b57575a0057
      :0AB04000736f636b657430303100EC
      :19B0800041414543417751464267634943516f4c4441304f44773d3d0081
      :00000001FF
      """;

  @Test
  void writesTheExampleOfTheReference() {
    assertThat(IMAGE.hex()).isEqualTo(HEX);
  }

  @Test
  void readsItInCapitalsWithOtherLineEndsAndBlankLines() {
    assertThat(DeviceInfoImage.read(HEX)).contains(IMAGE);
    assertThat(
            DeviceInfoImage.read(HEX.toUpperCase(java.util.Locale.ROOT).replace("\n", "\r\n\r\n")))
        .contains(IMAGE);
  }

  @Test
  void readsItOutOfAnImageOfTheWholeFlashInShortLines() {
    StringBuilder flash = new StringBuilder(IntelHex.upperAddress(0x0800));
    byte[] block = new byte[16];
    for (int address = 0; address < 0xB000; address += block.length) {
      flash.append(IntelHex.data(address, block));
    }
    flash.append(IntelHex.upperAddress(0x0801));
    byte[] region = new byte[0x100];
    put(region, 0, IMAGE.productId());
    put(region, 0x40, IMAGE.deviceName());
    put(region, 0x80, IMAGE.deviceSecret());
    for (int at = 0; at < region.length; at += block.length) {
      System.arraycopy(region, at, block, 0, block.length);
      flash.append(IntelHex.data(0xB000 + at, block));
    }
    flash.append(":0400000508000000EF\n").append(IntelHex.END);

    assertThat(DeviceInfoImage.read(flash.toString())).contains(IMAGE);
  }

  @Test
  void trimsTheLineEndTheOriginalToolLeftInTheSecret() {
    String hex =
        HEX.replace(
            ":19B0800041414543417751464267634943516f4c4441304f44773d3d0081",
            ":1AB0800041414543417751464267634943516f4c4441304f44773d3d0a0076");

    assertThat(DeviceInfoImage.read(hex)).contains(IMAGE);
  }

  @Test
  void readsNothingFromADeviceThatWasNeverProgrammed() {
    String name = ":0AB04000736f636b657430303100EC\n";
    assertThat(DeviceInfoImage.read(HEX.replace(name, ""))).isEmpty();
    assertThat(DeviceInfoImage.read(IntelHex.upperAddress(0x0801) + IntelHex.END)).isEmpty();
  }

  @Test
  void readsNothingWhereAnythingIsWrong() {
    assertThat(DeviceInfoImage.read("")).isEmpty();
    assertThat(DeviceInfoImage.read(HEX.replace(":00000001FF\n", ""))).as("cut").isEmpty();
    assertThat(DeviceInfoImage.read(HEX + ":0BB000004852444733434b57575a0057")).isEmpty();
    assertThat(DeviceInfoImage.read(HEX.replace("EC", "ED"))).as("checksum").isEmpty();
    assertThat(DeviceInfoImage.read(HEX.replace(":0A", ":0B"))).as("length").isEmpty();
    assertThat(DeviceInfoImage.read(HEX.replace(":0A", "0A"))).as("no colon").isEmpty();
    assertThat(DeviceInfoImage.read(HEX.repeat(20_000))).as("too long").isEmpty();
  }

  @Test
  void readsGarbageOfAnyKindWithoutFailing() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder hex = new StringBuilder(HEX);
      for (int i = 0; i <= random.nextInt(4); i++) {
        int at = random.nextInt(hex.length());
        switch (random.nextInt(3)) {
          case 0 -> hex.setCharAt(at, (char) random.nextInt(0x180));
          case 1 -> hex.deleteCharAt(at);
          default -> hex.insert(at, ":0123456789abcdef\n".charAt(random.nextInt(18)));
        }
      }
      // A read may fail, but what is read is one the device could hold.
      String text = "seed " + seed;
      DeviceInfoImage.read(hex.toString())
          .ifPresent(
              image -> assertThat(DeviceInfoImage.read(image.hex())).as(text).contains(image));
    }
  }

  @Test
  void refusesWhatADeviceCannotHold() {
    assertThat(DeviceInfoImage.of("P", "n".repeat(63), "s")).isPresent();
    assertThat(DeviceInfoImage.of("P", "n".repeat(64), "s")).isEmpty();
    assertThat(DeviceInfoImage.of("P".repeat(11), "n", "s")).isEmpty();
    assertThat(DeviceInfoImage.of("P", "n", "s".repeat(25))).isEmpty();
    assertThat(DeviceInfoImage.of("P", "", "s")).isEmpty();
    assertThat(DeviceInfoImage.of("P", "two words", "s")).isEmpty();
    assertThat(DeviceInfoImage.of("P", "n\u00e9", "s")).isEmpty();
    assertThatThrownBy(() -> new DeviceInfoImage("P", "n", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IntelHex.data(0, new byte[256]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hidesTheSecret() {
    assertThat(IMAGE.toString()).doesNotContain(IMAGE.deviceSecret()).contains("socket001");
  }

  private static void put(byte[] region, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, region, at, bytes.length);
  }
}
