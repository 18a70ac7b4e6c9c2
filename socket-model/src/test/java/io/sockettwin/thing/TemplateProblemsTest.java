package io.sockettwin.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateProblemsTest {
  private static List<String> defining(String define) {
    return Templates.problems(
        "{\"properties\":[{\"id\":\"a\",\"mode\":\"r\",\"define\":" + define + "}]}");
  }

  @Test
  void namesAllProblemsWithTheirPlaces() {
    assertThat(
            Templates.problems(
                """
                {"version":1,"profile":7,"properties":[
                 {"id":"1a","name":5,"mode":"x","required":"yes","define":{"type":"int","min":"5","max":"1"}},
                 {"id":"b","mode":"r","define":{"type":"colour"}},
                 {"id":"b","mode":"r","define":{"type":"timestamp"}},
                 {"mode":"r"}, 9],
                 "events":[{"id":"e","type":"big","params":[{"id":"p","define":{}}]}],
                 "actions":{}}\
                """))
        .containsExactlyInAnyOrder(
            "version: not a string",
            "profile: not an object",
            "properties[0].name: not a string",
            "properties[0].mode: neither r nor rw",
            "properties[0].required: neither true nor false",
            "properties[0].define.max: 1 is below min 5",
            "properties[0].id: not a letter and up to 31 of A-Za-z0-9_-",
            "properties[1].define.type: unknown type",
            "properties[2].id: b is already that of properties[1]",
            "properties[3].define: missing",
            "properties[3].id: missing",
            "properties[4]: not an object",
            "events[0].type: neither info, alert nor fault",
            "events[0].params[0].define.type: missing",
            "actions: not a list");
  }

  @Test
  void namesWhatIsWrongInADefinition() {
    assertThat(defining("{\"type\":\"bool\"}"))
        .containsExactly("properties[0].define.mapping: missing");
    assertThat(defining("{\"type\":\"bool\",\"mapping\":{\"0\":\"off\",\"2\":\"on\"}}"))
        .containsExactly("properties[0].define.mapping: must label exactly 0 and 1");
    assertThat(defining("{\"type\":\"enum\",\"mapping\":{\"one\":\"x\",\"01\":\"y\",\"2\":3}}"))
        .containsExactlyInAnyOrder(
            "properties[0].define.mapping.2: not a string",
            "properties[0].define.mapping.one: not an integer",
            "properties[0].define.mapping.01: not an integer");
    assertThat(defining("{\"type\":\"stringenum\",\"mapping\":{}}"))
        .containsExactly("properties[0].define.mapping: empty");
    assertThat(defining("{\"type\":\"int\",\"min\":\"0\",\"max\":\"1.5\",\"step\":\"0\"}"))
        .containsExactly(
            "properties[0].define.max: not an integer within reach",
            "properties[0].define.step: 0 is not between 1 and 9223372036854775807");
    assertThat(defining("{\"type\":\"float\",\"max\":\"x\",\"step\":\"-1\"}"))
        .containsExactly(
            "properties[0].define.min: missing",
            "properties[0].define.max: not a number within reach",
            "properties[0].define.step: not above 0");
    assertThat(defining("{\"type\":\"float\",\"min\":\"2\",\"max\":\"1\"}"))
        .containsExactly("properties[0].define.max: 1 is below min 2");
    assertThat(defining("{\"type\":\"string\",\"min\":\"9\",\"max\":\"4\"}"))
        .containsExactly("properties[0].define.max: 4 is below min 9");
    assertThat(defining("{\"type\":\"string\",\"max\":\"-4\"}"))
        .containsExactly("properties[0].define.max: -4 is not between 0 and 65536");
    assertThat(defining("{\"type\":\"struct\",\"specs\":[]}"))
        .containsExactly("properties[0].define.specs: missing, or not a list of members");
    assertThat(defining("{\"type\":\"array\"}"))
        .containsExactly("properties[0].define.arrayInfo: missing");
    assertThat(defining("{\"type\":\"array\",\"arrayInfo\":{\"type\":\"bool\"}}"))
        .containsExactly("properties[0].define.arrayInfo.type: not int, float, string or struct");
    assertThat(defining("\"{\""))
        .containsExactly("properties[0].define: a string that is not JSON");
  }

  @Test
  void refusesAStructInsideAStruct() {
    String inner =
        "{\"type\":\"struct\",\"specs\":[{\"id\":\"i\",\"dataType\":{\"type\":\"timestamp\"}}]}";
    assertThat(
            defining("{\"type\":\"struct\",\"specs\":[{\"id\":\"o\",\"dataType\":" + inner + "}]}"))
        .containsExactly(
            "properties[0].define.specs[0].dataType.type: a struct holds neither structs nor"
                + " arrays");
  }

  @Test
  void survivesHugeNumbers() {
    for (String number :
        List.of("1e999999999", "1".repeat(40), "-1e-99999", "9223372036854775808")) {
      assertThat(defining("{\"type\":\"int\",\"min\":\"0\",\"max\":\"" + number + "\"}"))
          .as(number)
          .singleElement()
          .asString()
          .startsWith("properties[0].define.max: not ");
    }
    assertThat(defining("{\"type\":\"float\",\"min\":0,\"max\":1e400}")).isNotEmpty();
  }

  @Test
  void refusesMoreThanAHundredFeatures() {
    String properties =
        IntStream.range(0, 101)
            .mapToObj(
                i -> "{\"id\":\"p" + i + "\",\"mode\":\"r\",\"define\":{\"type\":\"timestamp\"}}")
            .collect(Collectors.joining(","));
    assertThat(Templates.problems("{\"properties\":[" + properties + "]}"))
        .containsExactly("properties: more than 100 features");
  }

  @Test
  void refusesWhatIsNoTemplateAtAll() {
    assertThat(Templates.problems("[]")).containsExactly("not a JSON object");
    assertThat(Templates.problems("")).containsExactly("not a JSON object");
    assertThat(Templates.problems("{\"a\":1,\"a\":2}").getFirst()).startsWith("not JSON: ");
    assertThat(Templates.problems("{} {}").getFirst()).startsWith("not JSON: ");
    assertThat(Templates.problems("[".repeat(100_000)).getFirst()).startsWith("not JSON: ");
    assertThat(Templates.problems(" ".repeat(DataTemplate.MAX_BYTES + 1)).getFirst())
        .startsWith("longer than");
    assertThat(DataTemplate.parse(new byte[DataTemplate.MAX_BYTES + 1]))
        .isInstanceOf(ParsedTemplate.Invalid.class);
    assertThat(DataTemplate.parse(new byte[] {'{', (byte) 0xff, (byte) 0xff, '}'}))
        .isEqualTo(
            new ParsedTemplate.Invalid(List.of(new Problem("", "neither UTF-8 nor GB 18030"))));
  }

  @Test
  void notesNoMoreProblemsThanAnybodyReads() {
    String items = "7,".repeat(5000) + "7";
    assertThat(Templates.problems("{\"events\":[" + items + "]}")).hasSize(Place.MAX_PROBLEMS);
  }

  @Test
  void takesNulCharactersOutOfNames() {
    byte[] json =
        "{\"events\":[{\"id\":\"e\",\"type\":\"info\",\"name\":\"a\\u0000b\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Templates.valid(DataTemplate.parse(json)).events().get("e").name()).isEqualTo("ab");
  }
}
