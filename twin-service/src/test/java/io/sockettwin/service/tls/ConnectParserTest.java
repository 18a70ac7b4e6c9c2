package io.sockettwin.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.sockettwin.service.tls.ParsedConnect.Complete;
import io.sockettwin.service.tls.ParsedConnect.Incomplete;
import io.sockettwin.service.tls.ParsedConnect.Malformed;
import io.sockettwin.service.tls.ParsedConnect.TooLarge;
import io.sockettwin.service.tls.ParsedConnect.UnknownLevel;
import io.sockettwin.wire.Credentials;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectParserTest {
  /// Fixed header, "MQTT", level 4, flags 0x82, 240 s, client id "a", user name "u".
  private static final String OF_C_CLIENT =
      "1010" + "00044d515454" + "0482" + "00f0" + "000161" + "000175";

  /// "MQIsdp", level 3, user name and password.
  private static final String OF_PYTHON_CLIENT =
      "1015" + "00064d5149736470" + "03c2" + "003c" + "000161" + "000175" + "000170";

  /// "MQTT", level 5, receive maximum 10; will with a delay, topic "t", payload "w"; no user name.
  private static final String OF_VERSION_5_WITH_WILL =
      "101d"
          + "00044d515454"
          + "0506"
          + "003c"
          + "0321000a"
          + "000161"
          + "051800000005"
          + "000174"
          + "000177";

  /// On the heap and unwatched: nobody releases them.
  private static final ByteBufAllocator BUFFERS = new UnpooledByteBufAllocator(false, true);

  private static final Credentials LOGIN = new Credentials("a", "uu", "pp");

  @ParameterizedTest
  @CsvSource({OF_C_CLIENT + ",4,u", OF_PYTHON_CLIENT + ",3,u", OF_VERSION_5_WITH_WILL + ",5,"})
  void readsEachVersion(String hex, int level, String userName) {
    ConnectPacket packet = Packets.complete(HexFormat.of().parseHex(hex));
    assertThat(packet.level()).isEqualTo(level);
    assertThat(packet.clientId()).isEqualTo("a");
    assertThat(packet.userName()).isEqualTo(userName);
  }

  @ParameterizedTest
  @CsvSource({
    OF_C_CLIENT + ",1015" + "00044d515454" + "04c2" + "00f0" + "000161" + "00027575" + "00027070",
    OF_PYTHON_CLIENT
        + ",1017"
        + "00064d5149736470"
        + "03c2"
        + "003c"
        + "000161"
        + "00027575"
        + "00027070",
    OF_VERSION_5_WITH_WILL
        + ",1025"
        + "00044d515454"
        + "05c6"
        + "003c"
        + "0321000a"
        + "000161"
        + "051800000005"
        + "000174"
        + "000177"
        + "00027575"
        + "00027070",
  })
  void replacesNothingButTheCredentials(String hex, String signed) {
    ConnectPacket packet = Packets.complete(HexFormat.of().parseHex(hex));
    ByteBuf rewritten = packet.signed(LOGIN, BUFFERS);
    assertThat(ByteBufUtil.hexDump(rewritten)).isEqualTo(signed);
  }

  @Test
  void writesALengthOfTwoBytes() {
    ConnectPacket packet = Packets.complete(HexFormat.of().parseHex(OF_C_CLIENT));
    Credentials login = new Credentials("a", "u".repeat(200), "pp");
    byte[] signed = ByteBufUtil.getBytes(packet.signed(login, BUFFERS));
    assertThat(signed).startsWith(0x10, 0xdb, 0x01);
    assertThat(Packets.complete(signed).userName()).isEqualTo(login.userName());
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_C_CLIENT, OF_PYTHON_CLIENT, OF_VERSION_5_WITH_WILL})
  void waitsForTheLastByteAndLeavesWhatFollows(String hex) {
    byte[] whole = HexFormat.of().parseHex(hex);
    for (int length = 0; length < whole.length; length++) {
      ByteBuf part = Unpooled.wrappedBuffer(whole, 0, length);
      assertThat(ConnectParser.parse(part)).as("%d bytes", length).isInstanceOf(Incomplete.class);
      assertThat(part.readerIndex()).isZero();
    }
    ByteBuf more = Unpooled.wrappedBuffer(whole, new byte[] {(byte) 0xC0, 0});
    assertThat(ConnectParser.parse(more)).isInstanceOf(Complete.class);
    assertThat(ByteBufUtil.hexDump(more)).isEqualTo("c000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c000",
        "160301",
        "10ffffffff01",
        "1000",
        "100100",
        "1010" + "00044d515454" + "0482" + "00f0" + "000161" + "000275",
        "1011" + "00044d515454" + "0482" + "00f0" + "000161" + "00017500",
        "100d" + "00044d515454" + "0502" + "00f0" + "ffffff",
        "100d" + "00044d515454" + "0406" + "00f0" + "000161",
      })
  void refusesWhatIsNoConnect(String hex) {
    assertThat(parse(hex)).isInstanceOf(Malformed.class);
  }

  @Test
  void refusesALongPacketByItsHeader() {
    assertThat(parse("108140")).isInstanceOf(TooLarge.class);
    assertThat(parse("108040")).isInstanceOf(Incomplete.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100d00044d5154540602003c000161",
        "100d00044d5154540302003c000161",
        "100f00064d51497364700402003c000161"
      })
  void namesAnUnknownLevel(String hex) {
    assertThat(parse(hex)).isInstanceOf(UnknownLevel.class);
  }

  @Test
  void survivesAnyBytes() {
    byte[][] seeds = {
      HexFormat.of().parseHex(OF_C_CLIENT),
      HexFormat.of().parseHex(OF_PYTHON_CLIENT),
      HexFormat.of().parseHex(OF_VERSION_5_WITH_WILL)
    };
    Random random = new Random(6);
    for (int step = 0; step < 200_000; step++) {
      byte[] bytes = Arrays.copyOf(seeds[step % 3], seeds[step % 3].length + random.nextInt(4));
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
      }
      ByteBuf in = Unpooled.wrappedBuffer(bytes);
      if (ConnectParser.parse(in) instanceof Complete(ConnectPacket packet)) {
        ByteBuf signed = packet.signed(LOGIN, BUFFERS);
        assertThat(Packets.complete(ByteBufUtil.getBytes(signed)).clientId())
            .as("step %d: %s", step, HexFormat.of().formatHex(bytes))
            .isEqualTo(packet.clientId());
      }
    }
  }

  private static ParsedConnect parse(String hex) {
    return ConnectParser.parse(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)));
  }
}
