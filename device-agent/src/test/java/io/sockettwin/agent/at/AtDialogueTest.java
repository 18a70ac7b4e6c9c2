package io.sockettwin.agent.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.agent.link.Loss;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.at.AtText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtDialogueTest {

  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
  private static final String TOPIC = "$thing/up/property/HRDG3CKWWZ/socket001";
  private static final String DOWN = "$thing/down/property/HRDG3CKWWZ/socket001";

  private final AtDialogue dialogue =
      new AtDialogue(
          new DeviceKey("HRDG3CKWWZ", "socket001"),
          DeviceSecret.parse(SECRET).orElseThrow(),
          "iot.example");

  private final List<String> sent = new ArrayList<>();
  private final List<AtEffect> told = new ArrayList<>();
  private AtState state = AtState.INITIAL;
  private Instant now = Instant.EPOCH;

  @Test
  void tellsTheModuleWhoItIsAndLogsIn() {
    give(new AtInput.Connect());
    hear("OK", "+TCMQTTSTATE:0", "OK", "OK", "OK", "+TCDEVINFOSET:OK", "OK", "+TCMQTTSRV:OK");
    assertThat(told).isEmpty();
    hear("OK", "+TCMQTTCONN:OK");

    assertThat(sent)
        .containsExactly(
            "ATE0",
            "AT+TCMQTTSTATE?",
            "AT+CWMODE=1",
            "AT+TCDEVINFOSET=1,\"HRDG3CKWWZ\",\"socket001\",\"" + SECRET + "\"",
            "AT+TCMQTTSRV=\"iot.example\"",
            "AT+TCMQTTCONN=1,10000,60,1,0");
    assertThat(told).containsExactly(new AtEffect.Connected());
  }

  @Test
  void writesItsIdentityIntoTheFlashOfAModuleOnlyOnce() {
    connect();
    hear("+TCMQTTDISCON,-103");
    sent.clear();
    give(new AtInput.Connect());
    hear("OK", "+TCMQTTSTATE:0", "OK", "OK", "+TCMQTTCONN:OK");

    assertThat(sent).containsExactly("ATE0", "AT+TCMQTTSTATE?", "AT+TCMQTTCONN=1,10000,60,1,0");
    assertThat(told.getLast()).isEqualTo(new AtEffect.Connected());
  }

  @Test
  void leavesASessionThatTheModuleStillHas() {
    give(new AtInput.Connect());
    hear("OK", "+TCMQTTSTATE:1", "OK", "+TCMQTTDISCON,2", "OK");

    assertThat(sent).containsExactly("ATE0", "AT+TCMQTTSTATE?", "AT+TCMQTTDISCONN", "AT+CWMODE=1");
  }

  @Test
  void subscribesToPropertiesAndEvents() {
    connect();
    give(new AtInput.Subscribe());
    hear("OK", "+TCMQTTSUB:OK", "OK");
    assertThat(told).doesNotContain(new AtEffect.Subscribed());
    hear("+TCMQTTSUB:OK");

    assertThat(sent)
        .endsWith(
            "AT+TCMQTTSUB=\"" + DOWN + "\",0",
            "AT+TCMQTTSUB=\"$thing/down/event/HRDG3CKWWZ/socket001\",0");
    assertThat(told).endsWith(new AtEffect.Subscribed());
  }

  @Test
  void escapesAShortMessage() {
    connect();
    give(new AtInput.Publish(TOPIC, "{\"a\":\"x\\\"y\",\"b\":1}"));

    String quoted = "{\\\"a\\\":\\\"x\\\\\\\"y\\\"\\,\\\"b\\\":1}";
    assertThat(sent).endsWith("AT+TCMQTTPUB=\"" + TOPIC + "\",0,\"" + quoted + "\"");
  }

  @Test
  void sendsALongMessageAfterTheOkWithItsEscapedLength() {
    connect();
    String payload = "{\"a\":\"" + "é".repeat(150) + "\"}";
    String data = AtText.escape(payload);
    give(new AtInput.Publish(TOPIC, payload));
    assertThat(sent).endsWith("AT+TCMQTTPUBL=\"" + TOPIC + "\",0," + (300 + 8 + 4));

    hear("OK", ">");
    assertThat(sent).endsWith(data);
    assertThat(sent.stream().filter(data::equals)).hasSize(1);

    // A message may come in between (protocol section 15).
    hear("+TCMQTTRCVPUB:\"" + DOWN + "\",9,\"{\"ERROR\"}\"", "+TCMQTTPUBL:OK");
    assertThat(told).endsWith(new AtEffect.Received(DOWN, "{\"ERROR\"}"));
    assertThat(state.requests()).isEmpty();
  }

  @Test
  void dropsWhatTheModuleCannotTake() {
    connect();
    int before = sent.size();
    give(new AtInput.Publish(TOPIC, "x".repeat(AtDialogue.MAX_DATA_BYTES + 1)));
    assertThat(sent).hasSize(before);
    assertThat(told.getLast()).isInstanceOf(AtEffect.Warn.class);

    for (int i = 0; i < 50; i++) {
      give(new AtInput.Publish(TOPIC, "{}"));
    }
    assertThat(state.requests()).hasSize(AtTurn.MAX_REQUESTS);
  }

  @ParameterizedTest
  @CsvSource({
    "-113, SERVICE_UNAVAILABLE",
    "-114, BAD_IDENTITY",
    "-115, SERVICE_UNAVAILABLE",
    "-116, WRONG_SECRET",
    "-117, UNKNOWN_DEVICE",
    "101, UNREACHABLE",
    "202, UNREACHABLE",
    "208, MODULE_REFUSED",
    "-601, UNREACHABLE",
    "-703, NO_TLS"
  })
  void saysWhyALoginFailed(int number, Loss loss) {
    give(new AtInput.Connect());
    hear("OK", "+TCMQTTSTATE:0", "OK", "OK", "OK", "+TCDEVINFOSET:OK", "OK", "+TCMQTTSRV:OK");
    hear("OK", "+TCMQTTCONN:FAIL," + number);

    assertThat(told).endsWith(new AtEffect.Lost(loss));
  }

  @Test
  void saysThatItsTopicsAreRefused() {
    connect();
    give(new AtInput.Subscribe());
    hear("OK", "+TCMQTTSUB:FAIL,-108");

    assertThat(told).endsWith(new AtEffect.Lost(Loss.NOT_PERMITTED));
  }

  @Test
  void saysThatTheModuleIsSilent() {
    give(new AtInput.Connect());
    wait(Duration.ofSeconds(1));
    assertThat(sent).containsExactly("ATE0", "+++", "ATE0");
    for (int i = 0; i < 6; i++) {
      wait(Duration.ofSeconds(1));
    }

    assertThat(told).containsExactly(new AtEffect.Lost(Loss.MODULE_SILENT));
    assertThat(state.wakeAt()).isNull();
  }

  @Test
  void repeatsACommandForWhichTheModuleWasBusy() {
    connect();
    give(new AtInput.Publish(TOPIC, "{}"));
    hear("ERR CODE:0x010b0000", "busy p...");
    int before = sent.size();
    wait(Duration.ofSeconds(1));
    assertThat(sent).hasSize(before + 1);
    hear("OK", "+TCMQTTPUB:OK");

    assertThat(state.requests()).isEmpty();
    assertThat(told).containsExactly(new AtEffect.Connected());
  }

  @Test
  void doubtsTheSessionAfterAMessageThatFailed() {
    connect();
    give(new AtInput.Publish(TOPIC, "{}"));
    hear("+CME ERROR:208");
    assertThat(sent).endsWith("AT+TCMQTTSTATE?");
    hear("+TCMQTTSTATE:0", "OK");

    assertThat(told).endsWith(new AtEffect.Lost(Loss.CLOSED));
  }

  @Test
  void asksAModuleThatHasBeenQuietForLong() {
    connect();
    wait(AtDialogue.CHECK_AFTER);
    assertThat(sent).endsWith("AT+TCMQTTSTATE?");
    hear("+TCMQTTSTATE:1", "OK");
    wait(AtDialogue.CHECK_AFTER);
    wait(Duration.ofSeconds(10));

    assertThat(told).endsWith(new AtEffect.Lost(Loss.MODULE_SILENT));
  }

  @ParameterizedTest
  @CsvSource(
      value = {"+TCMQTTDISCON,-103", "ready"},
      delimiter = '|')
  void noticesThatTheSessionIsGone(String line) {
    connect();
    hear(line);

    assertThat(told).endsWith(new AtEffect.Lost(Loss.CLOSED));
    hear(line);
    assertThat(told).hasSize(2);
  }

  @Test
  void saysNothingAboutASessionItGaveUp() {
    connect();
    give(new AtInput.HangUp());
    hear("+TCMQTTDISCON,2", "OK");
    give(new AtInput.LineGone());

    assertThat(sent).endsWith("AT+TCMQTTDISCONN");
    assertThat(told).containsExactly(new AtEffect.Connected());
  }

  @Test
  void findsItsWayBackThroughGarbage() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      LineReader reader = new LineReader();
      connect();
      for (int i = 0; i < 20; i++) {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        reader.read(noise).forEach(this::hear);
        hear("+TC", "+TCMQTTDISCON", "+TCMQTTRCVPUB:\"" + DOWN + "\",99,\"{}\"", "+TCMQTTSUB:");
        give(new AtInput.Publish(TOPIC, "{}"));
        wait(Duration.ofSeconds(random.nextInt(30)));
      }
      give(new AtInput.HangUp());
      connect();
      assertThat(told.getLast()).as("seed %d", seed).isEqualTo(new AtEffect.Connected());
      give(new AtInput.LineGone());
    }
  }

  @Test
  void showsTheSecretToTheModuleOnly() {
    AtStep step = dialogue.advance(state, new AtInput.Connect(), now);
    for (String line : List.of("OK", "+TCMQTTSTATE:0", "OK", "OK")) {
      step = dialogue.advance(step.state(), new AtInput.Heard(line), now);
    }

    assertThat(step.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            AtEffect.Send.class, send -> assertThat(send.text()).contains(SECRET));
    assertThat(step.toString()).doesNotContain(SECRET);
  }

  private void connect() {
    boolean known = state.configured();
    give(new AtInput.Connect());
    hear("OK", "+TCMQTTSTATE:0", "OK");
    if (!known) {
      hear("OK", "OK", "+TCDEVINFOSET:OK", "OK", "+TCMQTTSRV:OK");
    }
    hear("OK", "+TCMQTTCONN:OK");
  }

  private void hear(String... lines) {
    for (String line : lines) {
      give(new AtInput.Heard(line));
    }
  }

  private void wait(Duration time) {
    now = now.plus(time);
    give(new AtInput.WakeUp());
  }

  private void give(AtInput input) {
    AtStep step = dialogue.advance(state, input, now);
    state = step.state();
    for (AtEffect effect : step.effects()) {
      if (effect instanceof AtEffect.Send(String text)) {
        text.lines().forEach(sent::add);
      } else {
        told.add(effect);
      }
    }
  }
}
