package io.sockettwin.service.alarm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.flow.Flow;
import io.sockettwin.flow.FlowParser;
import io.sockettwin.flow.ParsedFlow;
import io.sockettwin.flow.Wording;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import java.util.ArrayList;
import java.util.List;

/// A flow that can run, or everything that is wrong with it.
sealed interface FlowCheck {
  record Sound(Flow flow, Placeholders placeholders) implements FlowCheck {}

  record Flawed(List<Flaw> flaws) implements FlowCheck {}

  static FlowCheck of(FlowDraft draft, DataTemplate template) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.set("input", draft.input());
    rule.set("filter", draft.filter());
    rule.set("clear", draft.clear());
    List<Flaw> flaws = new ArrayList<>();
    if (draft.outputsOrNone().set() != null
        && template.checkControl(draft.outputsOrNone().set())
            instanceof Check.Refused(int _, String _, String reason)) {
      flaws.add(new Flaw("outputs.set", reason));
    }
    return switch (new FlowParser(template, new CelExpressions(template)).parse(rule)) {
      case ParsedFlow.Invalid(var problems) -> {
        problems.forEach(problem -> flaws.add(new Flaw(problem.path(), problem.message())));
        yield new Flawed(flaws);
      }
      case ParsedFlow.Valid(Flow flow) -> {
        Placeholders known = Placeholders.of(template, flow.trigger());
        check("title.en", draft.title().en(), known, flaws);
        check("title.zh", draft.title().zh(), known, flaws);
        check("text.en", draft.text().en(), known, flaws);
        check("text.zh", draft.text().zh(), known, flaws);
        yield flaws.isEmpty() ? new Sound(flow, known) : new Flawed(flaws);
      }
    };
  }

  private static void check(String field, String text, Placeholders known, List<Flaw> flaws) {
    for (String unknown : new Wording(text).unknown(known.names())) {
      flaws.add(
          new Flaw(
              field,
              "there is no placeholder $%s; there are %s"
                  .formatted(unknown, known.names().stream().sorted().toList())));
    }
  }
}
