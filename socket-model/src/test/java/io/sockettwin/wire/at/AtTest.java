package io.sockettwin.wire.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.wire.at.AtCommand.Argument;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AtTest {

  @Test
  void readsAndWritesCommandsOfEveryForm() {
    for (String line :
        new String[] {
          "AT",
          "ATE0",
          "AT+RST",
          "AT+TCMQTTSTATE?",
          "AT+TCMQTTSUB=?",
          "AT+CWMODE=1",
          "AT+TCMQTTCONN=1,10000,240,1,1",
          "AT+TCDEVINFOSET=1,\"HRDG3CKWWZ\",\"socket001\",\"AAECAwQFBgcICQoLDA0ODw==\"",
          "AT+TCMQTTPUB=\"$thing/up/property/P/d\",0,\"{\\\"a\\\":1\\,\\\"b\\\":2}\""
        }) {
      assertThat(AtCommand.parse(line)).as(line).isPresent();
      assertThat(AtCommand.parse(line).orElseThrow().line()).isEqualTo(line);
    }
  }

  @Test
  void takesTheCharacterAfterABackslashAsItIs() {
    AtCommand command =
        AtCommand.parse("AT+TCMQTTPUB=\"t\",0,\"{\\\"code\\\":0\\,\\\"t\\\":\\\"x\\\"\\}\"")
            .orElseThrow();

    assertThat(command.arguments())
        .containsExactly(
            new Argument.Text("t"),
            new Argument.Whole(0),
            new Argument.Text("{\"code\":0,\"t\":\"x\"}"));
  }

  @Test
  void refusesWhatIsNoCommand() {
    assertThat(AtCommand.parse("")).isEmpty();
    assertThat(AtCommand.parse("BT+RST")).isEmpty();
    assertThat(AtCommand.parse("AT+X=\"open")).isEmpty();
    assertThat(AtCommand.parse("AT+X=1,,2")).isEmpty();
    assertThat(AtCommand.parse("AT+X=one")).isEmpty();
    assertThat(AtCommand.parse("AT+X=1,")).isEmpty();
    assertThat(AtCommand.parse("AT+X=\"a\\")).isEmpty();
  }

  @Test
  void readsAndWritesLinesOfEveryKind() {
    for (String line :
        new String[] {
          "OK",
          ">",
          "ERROR",
          "FAIL",
          "+CME ERROR:7",
          "ERR CODE:0x01090000",
          "+TCMQTTSTATE:1",
          "+TCMQTTSTATE:0",
          "+TCMQTTCONN:OK",
          "+TCMQTTSUB:FAIL,-108",
          "+TCMQTTDISCON,-103",
          "+TCMQTTRECONNECTING",
          "+TCMQTTRECONNECTED",
          "WIFI CONNECTED",
          "ready",
          "+TCMQTTRCVPUB:\"$thing/down/property/P/d\",7,\"{\"a\":1}\""
        }) {
      AtLine read = AtLine.parse(line);
      assertThat(read.line()).isEqualTo(line);
      boolean known = !line.startsWith("WIFI") && !line.equals("ready");
      assertThat(read instanceof AtLine.Other).as(line).isEqualTo(!known);
    }
    assertThat(AtLine.parse("+TCMQTTSUB:FAIL,-108"))
        .isInstanceOfSatisfying(AtLine.Ended.class, ended -> assertThat(ended.ok()).isFalse());
  }

  @Test
  void takesNoMessageThatContradictsItself() {
    assertThat(AtLine.parse("+TCMQTTRCVPUB:\"t\",8,\"{\"a\":1}\""))
        .isInstanceOf(AtLine.Other.class);
    assertThat(AtLine.parse("+TCMQTTRCVPUB:\"t\",7,\"")).isInstanceOf(AtLine.Other.class);
    assertThat(AtLine.parse("+TCMQTTRCVPUB:")).isInstanceOf(AtLine.Other.class);
    assertThat(AtLine.parse("+TCMQTTDISCON,x")).isInstanceOf(AtLine.Disconnected.class);
  }

  @Test
  void survivesLinesOfAnyKindAndKeepsTextsOverAnEscape() {
    String letters = "AT+CMQPUBRVSE:=?,\"\\0123456789{}> ";
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(seed % 2 == 0 ? "AT+" : "+TCMQTTRCVPUB:\"");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String line = text.toString();
      AtCommand.parse(line)
          .ifPresent(
              command -> assertThat(AtCommand.parse(command.line())).as(line).contains(command));
      assertThat(AtLine.parse(line).line()).as(line).isNotNull();
      String plain = line.replace("\\", "");
      assertThat(AtText.unescape(AtText.escape(plain))).isEqualTo(plain);
    }
  }
}
