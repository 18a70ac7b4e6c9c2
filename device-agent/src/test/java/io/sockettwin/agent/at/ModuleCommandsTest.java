package io.sockettwin.agent.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.wire.at.AtLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an emulated module says before it has a session (protocol section 15).
class ModuleCommandsTest {

  private final List<String> said = new ArrayList<>();
  private final ModuleCommands module = new ModuleCommands(1883, line -> said.add(text(line)));

  @AfterEach
  void close() {
    module.close();
  }

  @Test
  void beginsAsAFlashedSocketBeginsWithIt() {
    assertThat(says("AT+RST")).containsExactly("OK", "ready", "WIFI CONNECTED", "WIFI GOT IP");
    assertThat(says("ATE0")).containsExactly("OK");
    assertThat(says("AT+GMR")).hasSize(2).last().isEqualTo("OK");
    assertThat(says("AT+CWMODE=1")).containsExactly("OK");
    assertThat(says("AT+TCMQTTSTATE?")).containsExactly("+TCMQTTSTATE:0", "OK");
  }

  @Test
  void tellsWhoItIsWithoutTheSecret() {
    assertThat(says("AT+TCDEVINFOSET=1,\"HRDG3CKWWZ\",\"socket001\",\"AAECAwQFBgcICQoLDA0ODw==\""))
        .containsExactly("OK", "+TCDEVINFOSET:OK");
    // The example of the reference: all characters of this secret in one are 80.
    assertThat(says("AT+TCDEVINFOSET?"))
        .containsExactly("+TCDEVINFOSET:1,\"HRDG3CKWWZ\",\"socket001\",80,\"ap-guangzhou\"", "OK");
  }

  @Test
  void tellsWhereItConnectsTo() {
    assertThat(says("AT+TCMQTTSRV=\"sockets.example\"")).containsExactly("OK", "+TCMQTTSRV:OK");
    assertThat(says("AT+TCMQTTSRV?")).containsExactly("+TCMQTTSRV:\"sockets.example\"", "OK");
    assertThat(says("AT+TCMQTTSUB?")).containsExactly("OK");
  }

  @Test
  void tellsHowACommandIsWritten() {
    assertThat(says("AT+TCMQTTPUB=?"))
        .containsExactly("+TCMQTTPUB:\"topic\",qos,\"message\"", "OK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AT+TCMQTTCONN=1,10000,240,1,1            | +CME ERROR:208",
        "AT+TCMQTTSUB=\"t\",0                     | +CME ERROR:208",
        "AT+TCMQTTPUB=\"t\",0,\"m\"               | +CME ERROR:208",
        "AT+TCMQTTPUBL=\"t\",0,10                 | +CME ERROR:208",
        "AT+TCMQTTDISCONN                         | ERROR",
        "AT+TCDEVINFOSET=1,\"HRDG3CKWWZ\"         | +CME ERROR:204",
        "AT+TCDEVINFOSET=1,\"short\",\"d\",\"s\"  | +TCDEVINFOSET:FAIL,204",
        "AT+TCMQTTSRV=7                           | +CME ERROR:204",
        "AT+DANCE                                 | ERROR",
        "AT+DANCE=?                               | ERROR",
        "hello                                    | ERROR"
      })
  void refusesWhatItCannotDo(String line, String last) {
    assertThat(says(line)).last().isEqualTo(last);
    assertThat(module.dataWanted()).isZero();
  }

  private List<String> says(String line) {
    said.clear();
    module.take(line);
    return List.copyOf(said);
  }

  private static String text(AtLine line) {
    return line.line();
  }
}
