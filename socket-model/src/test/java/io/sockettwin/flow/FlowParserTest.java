package io.sockettwin.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.Problem;
import io.sockettwin.thing.Templates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a flow is said with its place and its reason.
class FlowParserTest {
  private static List<String> problems(String json) {
    var parser = new FlowParser(Templates.everyType(), Watched.EXPRESSIONS);
    return switch (parser.parse(Templates.json(json))) {
      case ParsedFlow.Valid _ -> List.of();
      case ParsedFlow.Invalid(var problems) -> problems.stream().map(Problem::toString).toList();
    };
  }

  private static List<String> ofFilter(String filter) {
    return problems("{\"input\":\"data\",\"filter\":" + filter.replace('\'', '"') + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'property':'volt','is':'=','value':1}|filter.property: there is no property volt; there",
        "{'property':'level','is':'=','value':'a'}|filter.value: level is an integer",
        "{'property':'level','is':'=','value':1.5}|filter.value: level is an integer",
        "{'property':'ratio','is':'>','value':2}|filter.value: ratio ranges from -1.5 to 2, so",
        "{'property':'ratio','is':'<','value':-1.5}|filter.value: ratio ranges from -1.5 to 2, so",
        "{'property':'ratio','is':'~','value':1}|filter.is: must be one of = != > >= < <= contains",
        "{'property':'ratio','is':'contains','value':1}|filter.is: contains needs a text",
        "{'property':'label','is':'>','value':'a'}|filter.is: > needs a number",
        "{'property':'label','is':'=','value':'abcde'}|filter.value: label has 4 characters at most",
        "{'property':'on','is':'=','value':2}|filter.value: on is 0 or 1",
        "{'property':'colour','is':'=','value':1}|filter.value: colour is one of [0, 7]",
        "{'property':'phase','is':'=','value':'c'}|filter.value: phase is one of [a, b]",
        "{'property':'place','is':'=','value':1}|filter.property: place has parts; compare them",
        "{'property':'level','is':'='}|filter.value: is missing",
        "{'property':'level','is':'=','value':1,'valu':2}|filter.valu: is not known here",
        "{'property':'level','is':'>','value':1,'until':2}|filter.until: lies on the wrong side",
        "{'property':'on','is':'=','value':1,'until':0}|filter.until: is for a property above or",
        "{'property':'on','changed':true,'for':'PT5M'}|filter.for: is impossible: the condition",
        "{'property':'on','changed':false}|filter.changed: must be true",
        "{'property':'on','rate':'>','value':1,'per':'PT1M'}|filter.property: on is no number",
        "{'property':'level','rate':'=','value':1,'per':'PT1M'}|filter.rate: must be one of > >= <",
        "{'property':'level','rate':'>','value':1}|filter.per: is missing",
        "{'property':'level','gained':'year','value':1,'zone':'UTC'}|filter.gained: must be day or",
        "{'property':'level','gained':'day','value':1,'zone':'Mars'}|filter.zone: names no time zone",
        "{'property':'level','is':'=','value':1,'for':'5m'}|filter.for: must be a duration like",
        "{'property':'level','is':'=','value':1,'for':'P40D'}|filter.for: must be from one second to",
        "{'property':'level','is':'=','value':1,'times':1,'within':'PT1M'}|filter.times: must be an",
        "{'property':'level','is':'=','value':1,'times':3}|filter.within: is missing",
        "{'param':'volts','is':'=','value':120}|filter.param: only a flow whose input is an event",
        "{'status':'gone'}|filter.status: must be online, offline or silent",
        "{'status':'silent'}|filter.for: is missing",
        "{'status':'online'}|filter: looks at no property, though the input is data",
        "{'between':['22:00','22:00'],'zone':'UTC'}|filter.between: is empty",
        "{'between':['22h','6'],'zone':'UTC'}|filter.between[0]: must be a time of day like",
        "{'between':['22:00'],'zone':'UTC'}|filter.between: must be two times of day",
        "{'between':['22:00','06:00'],'zone':'UTC','days':['sun']}|filter.days[0]: must be monday",
        "{'expression':'nonsense'}|filter.expression: no such expression",
        "{'all':[]}|filter.all: must hold a condition",
        "{'all':[{'property':'on','is':'=','value':1},{'any':[7]}]}|filter.all[1].any[0]: must be an",
        "{}|filter: must have exactly one of all, any, property",
        "{'from':{'property':'on','is':'=','value':1}}|filter.until: is missing",
      })
  void namesThePlaceAndTheReason(String filter, String expected) {
    assertThat(ofFilter(filter)).first().asString().startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'input':'weather'}|input: must be data, status or {\"event\": its id}",
        "{'input':{'event':'fell'}}|input.event: there is no event fell; there are [tripped]",
        "{'input':{'event':'tripped'},'filter':{'param':'x','is':'=','value':1}}"
            + "|filter.param: event tripped has no parameter x; it has [status, volts]",
        "{'input':{'event':'tripped'},'filter':{'param':'volts','is':'>','value':238}}"
            + "|filter.value: volts ranges from 100 to 238 V, so the comparison always has",
        "{'input':{'event':'tripped'},'filter':{'param':'volts','is':'>','value':230,'for':'PT1M'}}"
            + "|filter.for: is impossible: the condition holds for a moment only",
        "{'input':{'event':'tripped'},'clear':{'after':'PT0S'}}|clear.after: must be from one second",
        "{'input':{'event':'tripped'},'clear':{'later':1}}|clear.later: is not known here",
        "{'input':'data'}|filter: is missing",
        "{'input':'status','filter':{'property':'on','is':'=','value':1}}"
            + "|filter: looks at no status, though the input is status",
      })
  void sameForTheWholeFlow(String flow, String expected) {
    assertThat(problems(flow.replace('\'', '"'))).first().asString().startsWith(expected);
  }

  @Test
  void limitsNestingAndNumber() {
    String condition = "{'property':'on','is':'=','value':1}";
    String deep = condition;
    for (int i = 0; i < 9; i++) {
      deep = "{'all':[" + deep + "]}";
    }
    assertThat(ofFilter(deep)).singleElement().asString().contains("is nested deeper than 8");
    String many = "{'any':[" + (condition + ",").repeat(60) + condition + "]}";
    assertThat(ofFilter(many)).singleElement().asString().contains("one condition too many");
  }

  @Test
  void fillsPlaceholdersAndFindsUnknownOnes() {
    Set<String> names = Set.of("volts", "device");
    Wording wording = new Wording("$device-1: ${volts} V, $$5, $volts-ish, $unknown, ${no}");
    assertThat(wording.unknown(names)).containsExactly("unknown", "no");
    assertThat(wording.fill(names, name -> "<" + name + ">"))
        .isEqualTo("<device>-1: <volts> V, $5, <volts>-ish, $unknown, ${no}");
  }
}
