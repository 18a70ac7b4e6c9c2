package io.sockettwin.mqttbroker.hivemq;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sockettwin.mqttbroker.hivemq.ProtocolLevelCheck.Verdict;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolLevelCheckTest {

  @ParameterizedTest
  @CsvSource({
    "101000044d51545404, PASS",
    "101000044d51545405, PASS",
    "10100006 4d5149736470 03, PASS",
    "101000044d51545406, REFUSE",
    "10ff7f00044d51545400, REFUSE",
    "10100006 4d5149736470 04, REFUSE",
    "10ffffff7f00044d51545406, REFUSE",
    "10ffffffffff00044d51545406, PASS",
    "1010ffff4d51545406, PASS",
    "30100004, PASS",
    "474554202f20, PASS",
    "'', INCOMPLETE",
    "10, INCOMPLETE",
    "1010, INCOMPLETE",
    "101000044d5154, INCOMPLETE",
    "101000044d515454, INCOMPLETE",
  })
  void decidesByTheFirstBytes(String hex, Verdict verdict) {
    ByteBuf bytes = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
    assertThat(ProtocolLevelCheck.verdict(bytes)).isEqualTo(verdict);
    assertThat(bytes.readerIndex()).isZero();
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(20261123);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(16)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && random.nextBoolean()) {
        bytes[0] = 0x10;
      }
      assertThat(ProtocolLevelCheck.verdict(Unpooled.wrappedBuffer(bytes)))
          .as(HexFormat.of().formatHex(bytes))
          .isNotNull();
    }
  }
}
