package io.sockettwin.thing;

import static io.sockettwin.thing.Templates.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private final DataTemplate template = Templates.everyType();

  private String report(String params) {
    return outcome(template.checkReport(json(params)));
  }

  private String control(String params) {
    return outcome(template.checkControl(json(params)));
  }

  private String event(String params) {
    return outcome(template.checkEvent("tripped", null, json(params), NOW));
  }

  private static String outcome(Check check) {
    return switch (check) {
      case Check.Accepted(var values) -> Value.toJson(values).toString();
      case Check.Refused(int code, String status, _) -> code + " " + status;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"on\":1}",
        "{\"on\":0,\"level\":-5}",
        "{\"level\":9007199254740993}",
        "{\"ratio\":-1.5}",
        "{\"ratio\":0.1}",
        "{\"label\":\"\uD83D\uDE00ab\"}",
        "{\"colour\":7}",
        "{\"phase\":\"b\"}",
        "{\"seen\":1577871650}",
        "{\"place\":{\"x\":9,\"note\":\"\"}}",
        "{\"history\":[]}",
        "{\"history\":[0,10]}",
        "{\"places\":[{\"x\":1},{\"x\":2}]}"
      })
  void acceptsAndWritesBackWhatFits(String params) {
    assertThat(report(params)).isEqualTo(params);
  }

  @Test
  void readsOtherSpellingsOfTheSameNumber() {
    assertThat(report("{\"on\":1.0,\"level\":5.0,\"ratio\":1,\"seen\":2e3}"))
        .isEqualTo("{\"on\":1,\"level\":5,\"ratio\":1.0,\"seen\":2000}");
    assertThat(report("{\"ratio\":-0.000000}")).isEqualTo("{\"ratio\":0.0}");
    assertThat(report("{\"label\":\"a\\u0000b\"}")).isEqualTo("{\"label\":\"ab\"}");
    assertThat(report("{\"label\":\"a\\udc00\"}")).isEqualTo("{\"label\":\"a\uFFFD\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"on\":true}",
        "{\"on\":2}",
        "{\"on\":\"1\"}",
        "{\"on\":null}",
        "{\"level\":-6}",
        "{\"level\":9007199254740994}",
        "{\"level\":5.5}",
        "{\"level\":\"5\"}",
        "{\"level\":99999999999999999999}",
        "{\"level\":1e300}",
        "{\"ratio\":2.000001}",
        "{\"ratio\":1e400}",
        "{\"ratio\":\"1\"}",
        "{\"label\":\"\"}",
        "{\"label\":\"\uD83D\uDE00abc\"}",
        "{\"label\":5}",
        "{\"colour\":1}",
        "{\"colour\":\"7\"}",
        "{\"phase\":\"c\"}",
        "{\"phase\":1}",
        "{\"seen\":-1}",
        "{\"seen\":\"now\"}",
        "{\"place\":[]}",
        "{\"history\":{}}",
        "{\"history\":[0,11]}",
        "{\"history\":[[0]]}",
        "{\"on\":1,\"level\":10.5}"
      })
  void refusesAWholeReportForOneBadValue(String params) {
    assertThat(report(params)).isEqualTo("406 checkReportData fail");
  }

  @Test
  void refusesReportsThatNameWhatTheTemplateLacks() {
    assertThat(report("{\"on\":1,\"watts\":3}")).isEqualTo("406 Not find PropertySchema");
    assertThat(report("{}")).isEqualTo("406 checkReportData fail");
    assertThat(report("[]")).isEqualTo("406 checkReportData fail");
    assertThat(((Check.Refused) template.checkReport(json("{\"level\":-6}"))).reason())
        .isEqualTo("level value -6 out of range:[-5,9007199254740993]");
  }

  @Test
  void mendsABadMemberOfAStructInAReport() {
    assertThat(
            report(
                "{\"place\":{\"x\":99,\"note\":7,\"lit\":true,\"at\":-1,\"f\":9,\"e\":1,\"s\":\"z\","
                    + "\"other\":1}}"))
        .isEqualTo(
            "{\"place\":{\"x\":0,\"note\":\"\",\"lit\":0,\"at\":0,\"f\":0.0,\"e\":0,\"s\":\"\"}}");
    assertThat(report("{\"places\":[{\"x\":\"no\"}]}")).isEqualTo("{\"places\":[{\"x\":0}]}");
  }

  @Test
  void controlsOnlyWhatMayBeSet() {
    assertThat(control("{\"on\":1,\"label\":\"hi\"}")).isEqualTo("{\"on\":1,\"label\":\"hi\"}");
    assertThat(control("{\"seen\":1}")).isEqualTo("406 seen is read-only");
    assertThat(control("{\"watts\":1}")).isEqualTo("406 Not find PropertySchema");
    assertThat(control("{\"on\":true}")).isEqualTo("406 on value true out of range:[0,1]");
    assertThat(control("{\"ratio\":3}")).isEqualTo("406 ratio value 3 out of range:[-1.5,2]");
    assertThat(control("{\"label\":\"hello\"}"))
        .isEqualTo("406 label value of length 5 out of range:[1,4]");
    assertThat(control("{\"label\":5}")).isEqualTo("406 label value 5 is no string");
    assertThat(control("{\"colour\":5}")).isEqualTo("406 colour value 5 not in mapping");
    assertThat(control("{\"place\":{\"x\":99}}")).isEqualTo("406 place does not fit its struct");
    assertThat(control("{\"place\":{\"y\":1}}")).isEqualTo("406 place does not fit its struct");
    assertThat(control("{\"phase\":\"" + "z".repeat(40) + "\"}"))
        .isEqualTo("406 phase value " + "z".repeat(24) + "... not in mapping");
    assertThat(control("{}")).isEqualTo("406 no properties");
    assertThat(control("3")).isEqualTo("406 no properties");
  }

  @Test
  void checksEventsWithTheRealCloudsWords() {
    assertThat(event("{\"status\":1,\"volts\":100}")).isEqualTo("{\"status\":1,\"volts\":100}");
    assertThat(event("{\"status\":true,\"volts\":100}"))
        .isEqualTo("406 status value true out of range:[0,1]");
    assertThat(event("{\"status\":1,\"volts\":9}"))
        .isEqualTo("406 volts value 9 out of range:[100,238]");
    assertThat(event("{\"status\":1}")).isEqualTo("406 Param count not match");
    assertThat(event("{\"status\":1,\"volts\":100,\"more\":1}"))
        .isEqualTo("406 Param count not match");
    assertThat(event("{\"status\":1,\"amps\":100}")).isEqualTo("406 Param count not match");
    assertThat(event("[]")).isEqualTo("406 Param count not match");
    assertThat(outcome(template.checkEvent("nope", null, json("{}"), NOW)))
        .isEqualTo("404 nope not defined");
  }

  @Test
  void refusesEventsOlderThanAMonth() {
    var params = json("{\"status\":1,\"volts\":100}");
    Instant lastMonth = NOW.minus(DataTemplate.EVENT_MAX_AGE);
    assertThat(template.checkEvent("tripped", lastMonth, params, NOW))
        .isInstanceOf(Check.Accepted.class);
    assertThat(outcome(template.checkEvent("tripped", lastMonth.minusMillis(1), params, NOW)))
        .isEqualTo("405 tripped too old");
    assertThat(template.checkEvent("tripped", NOW.plusSeconds(999_999), params, NOW))
        .isInstanceOf(Check.Accepted.class);
  }

  @Test
  void checksActionsBothWays() {
    assertThat(outcome(template.checkActionInput("blink", json("{\"times\":3}"))))
        .isEqualTo("{\"times\":3}");
    assertThat(outcome(template.checkActionInput("blink", json("{}"))))
        .isEqualTo("406 Param count not match");
    assertThat(outcome(template.checkActionInput("blank", json("{}"))))
        .isEqualTo("404 blank not defined");
    assertThat(outcome(template.checkActionOutput("blink", json("{\"err_code\":0}"))))
        .isEqualTo("{\"err_code\":0}");
    assertThat(outcome(template.checkActionOutput("blink", json("{\"err_code\":9}"))))
        .isEqualTo("406 err_code value 9 out of range:[0,1]");
    assertThat(outcome(template.checkActionOutput("x".repeat(40), json("{}"))))
        .isEqualTo("404 " + "x".repeat(32) + "... not defined");
  }
}
