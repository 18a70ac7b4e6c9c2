package io.sockettwin.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.page.TouchParser.Parsed;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.socket.Schedule;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchParserTest {

  private static final String PAIRING =
      "{'service':'%s','product':'%s','device':'%s','secret':'%s'}";
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

  @Test
  void readsWhatHandsDo() {
    assertThat(touch(TouchParser::button, "{'pressed':true}")).isEqualTo(new Touch.Button(true));
    assertThat(touch(TouchParser::cable, "{'plugged':false}")).isEqualTo(new Touch.Cable(false));
    assertThat(touch(TouchParser::appliance, "{'name':'tv','plugged':true}"))
        .isEqualTo(new Touch.PlugIn("tv"));
    assertThat(touch(TouchParser::appliance, "{'name':'tv','plugged':false,'watts':3}"))
        .isEqualTo(new Touch.Unplug("tv"));
    assertThat(
            touch(
                TouchParser::appliance,
                "{'name':' drill ','plugged':true,'watts':700,'powerFactor':0.8}"))
        .isEqualTo(new Touch.PlugInOther("drill", 700, 800));
    assertThat(touch(TouchParser::mains, "{'condition':'OUTAGE'}"))
        .isEqualTo(new Touch.Disturb(Disturbance.outage()));
    assertThat(touch(TouchParser::schedule, "{'schedule':''}"))
        .isEqualTo(new Touch.SetSchedule(Schedule.NONE));
  }

  @Test
  void normalMainsEndWhateverWasWrong() {
    Touch.Disturb over = (Touch.Disturb) touch(TouchParser::mains, "{'condition':'NORMAL'}");

    assertThat(over.mains().lasts()).isZero();
  }

  @Test
  void readsWhoTheSocketIs() {
    String json = PAIRING.formatted(" pi.local:1884 ", "HRDG3CKWWZ", "socket001", SECRET);
    Touch.Pair pair = (Touch.Pair) touch(TouchParser::pair, json);

    assertThat(pair.account().service()).hasToString("pi.local:1884");
    assertThat(pair.account().identity().device()).hasToString("HRDG3CKWWZ/socket001");
    assertThat(pair.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "button    | {}                                               | pressed",
        "button    | {\"pressed\":1}                                  | pressed",
        "cable     | {\"plugged\":\"yes\"}                            | plugged",
        "mains     | {\"condition\":\"sag\"}                          | condition",
        "mains     | {\"condition\":7}                                | condition",
        "schedule  | {}                                               | schedule",
        "schedule  | {\"schedule\":[]}                                | schedule",
        "schedule  | {\"schedule\":\"mon 25:00 on\"}                  | schedule",
        "appliance | {\"plugged\":true}                               | name",
        "appliance | {\"name\":\"  \",\"plugged\":true}               | name",
        "appliance | {\"name\":\"1234567890123456789012345\"}         | name",
        "appliance | {\"name\":\"a\"}                                 | plugged",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":0}      | watts",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":10001}  | watts",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":1.5}    | watts",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":1e99}   | watts",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":\"x\"}  | watts",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":1,\"powerFactor\":2}  | powerFactor",
        "appliance | {\"name\":\"a\",\"plugged\":true,\"watts\":1,\"powerFactor\":0}  | powerFactor"
      })
  void namesTheFieldThatDoesNotFit(String what, String json, String field) {
    Function<ObjectNode, Parsed> parser =
        switch (what) {
          case "button" -> TouchParser::button;
          case "cable" -> TouchParser::cable;
          case "mains" -> TouchParser::mains;
          case "schedule" -> TouchParser::schedule;
          default -> TouchParser::appliance;
        };

    assertThat(misfit(parser, json).field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "'', HRDG3CKWWZ, socket001, AAEC, service",
    "host:0, HRDG3CKWWZ, socket001, AAEC, service",
    "host, hrdg3ckwwz, socket001, AAEC, product",
    "host, HRDG3CKWWZ, socket 1, AAEC, device",
    "host, HRDG3CKWWZ, socket001, *secret*, secret"
  })
  void namesTheFieldOfAPairingAndKeepsTheSecret(
      String service, String product, String device, String secret, String field) {
    Parsed.Misfit misfit =
        misfit(TouchParser::pair, PAIRING.formatted(service, product, device, secret));

    assertThat(misfit.field()).isEqualTo(field);
    assertThat(misfit.sentence()).doesNotContain(secret);
  }

  private static Touch touch(Function<ObjectNode, Parsed> parser, String json) {
    return ((Parsed.Understood) parser.apply(object(json))).touch();
  }

  private static Parsed.Misfit misfit(Function<ObjectNode, Parsed> parser, String json) {
    return (Parsed.Misfit) parser.apply(object(json));
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
