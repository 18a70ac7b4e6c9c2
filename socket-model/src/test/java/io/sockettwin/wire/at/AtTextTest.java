package io.sockettwin.wire.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.wire.at.AtCommand.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"a\":1,\"b\":2}", "{\"a\":\"x\\\"y\\n\\\\\"}", "\\", "é,\""})
  void comesBackAsItWas(String text) {
    AtCommand command = AtCommand.set("TCMQTTPUB", new Argument.Text(text));

    assertThat(AtText.unescape(AtText.escape(text))).isEqualTo(text);
    assertThat(AtCommand.parse(command.line())).contains(command);
  }

  @Test
  void takesAnEscapedBraceAsTheOriginalSendsIt() {
    assertThat(AtText.unescape("{\\\"code\\\":0\\}")).isEqualTo("{\"code\":0}");
  }

  @Test
  void isNewsEvenWithTheWordError() {
    assertThat(AtLine.parse("+TCMQTTRCVPUB:\"t\",7,\"\"ERROR\"\""))
        .isEqualTo(new AtLine.Received("t", "\"ERROR\""));
    assertThat(AtLine.parse("ERROR")).isEqualTo(new AtLine.Failed("ERROR"));
    assertThat(AtLine.parse("+CME ERROR:204")).isEqualTo(new AtLine.Failed("+CME ERROR:204"));
  }
}
