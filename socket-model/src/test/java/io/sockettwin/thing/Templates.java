package io.sockettwin.thing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Templates for tests: the socket's, and one with every type.
public final class Templates {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Templates() {}

  public static final String EVERY_TYPE =
      """
      {"version":"1.0","properties":[
       {"id":"on","name":"On","mode":"rw","define":{"type":"bool","mapping":{"0":"off","1":"on"}}},
       {"id":"level","name":"Level","mode":"rw","define":{"type":"int","min":"-5","max":"9007199254740993",
        "start":"0","step":"1","unit":"%","unitDesc":"percent"}},
       {"id":"ratio","name":"Ratio","mode":"rw","define":{"type":"float","min":"-1.50","max":"2","start":"0",
        "step":"0.01","unit":""}},
       {"id":"label","name":"Label","mode":"rw","define":{"type":"string","min":"1","max":"4"}},
       {"id":"colour","name":"Colour","mode":"rw","define":{"type":"enum","mapping":{"0":"red","7":"blue"}}},
       {"id":"phase","name":"Phase","mode":"rw","define":{"type":"stringenum","mapping":{"a":"A","b":"B"}}},
       {"id":"seen","name":"Seen","mode":"r","define":{"type":"timestamp"}},
       {"id":"place","name":"Place","mode":"rw","define":{"type":"struct","specs":[
        {"id":"x","name":"X","dataType":{"type":"int","min":"1","max":"9","start":"1","step":"1","unit":""}},
        {"id":"note","name":"Note","dataType":{"type":"string","min":"0","max":"8"}},
        {"id":"lit","name":"Lit","dataType":{"type":"bool","mapping":{"0":"n","1":"y"}}},
        {"id":"at","name":"At","dataType":{"type":"timestamp"}},
        {"id":"f","name":"F","dataType":{"type":"float","min":"1","max":"2","start":"1","step":"1","unit":""}},
        {"id":"e","name":"E","dataType":{"type":"enum","mapping":{"3":"three"}}},
        {"id":"s","name":"S","dataType":{"type":"stringenum","mapping":{"k":"K"}}}]}},
       {"id":"history","name":"History","mode":"r","define":{"type":"array","arrayInfo":{"type":"int",
        "min":"0","max":"10","start":"0","step":"1","unit":""}}},
       {"id":"places","name":"Places","mode":"r","define":{"type":"array","arrayInfo":{"type":"struct",
        "specs":[{"id":"x","name":"X","dataType":{"type":"int","min":"1","max":"9","start":"1","step":"1",
        "unit":""}}]}}}],
       "events":[{"id":"tripped","name":"Tripped","type":"alert","required":false,"params":[
        {"id":"status","name":"S","define":{"type":"bool","mapping":{"0":"ok","1":"bad"}}},
        {"id":"volts","name":"V","define":{"type":"int","min":"100","max":"238","start":"100","step":"1",
         "unit":"V"}}]}],
       "actions":[{"id":"blink","name":"Blink","required":false,
        "input":[{"id":"times","name":"n","define":{"type":"int","min":"1","max":"9","start":"1","step":"1",
         "unit":""}}],
        "output":[{"id":"err_code","name":"r","define":{"type":"bool","mapping":{"0":"ok","1":"no"}}}]}],
       "profile":{"ProductId":"HRDG3CKWWZ","CategoryId":"142"}}
      """;

  public static DataTemplate everyType() {
    return valid(DataTemplate.parse(EVERY_TYPE));
  }

  public static DataTemplate socket() {
    return valid(DataTemplate.parse(socketJson()));
  }

  public static byte[] socketJson() {
    try (var in = Templates.class.getResourceAsStream("/socket-data-template.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static DataTemplate valid(ParsedTemplate parsed) {
    return switch (parsed) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(List<Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  public static List<String> problems(String json) {
    return switch (DataTemplate.parse(json)) {
      case ParsedTemplate.Valid _ -> List.of();
      case ParsedTemplate.Invalid(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }

  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
