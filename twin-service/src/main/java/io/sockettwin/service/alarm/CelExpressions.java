package io.sockettwin.service.alarm;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.sockettwin.flow.Expressions;
import io.sockettwin.flow.Facts;
import io.sockettwin.flow.Trigger;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.EventType;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Conditions in CEL, the Common Expression Language. Properties are variables of their type, those
/// of the event `event.message`, and `device.online` says whether it is connected. There are no
/// macros but `has`, so nothing loops and the cost is bounded by the length of the text.
final class CelExpressions implements Expressions {
  static final int MAX_LENGTH = 1_000;
  private static final int MAX_NESTING = 32;

  /// A hyphen, which ids may have, is a minus sign here.
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(MAX_NESTING)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private final DataTemplate template;

  CelExpressions(DataTemplate template) {
    this.template = template;
  }

  @Override
  public Compiled compile(String text, Trigger trigger) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.HAS)
            .setResultType(SimpleType.BOOL)
            .addVar("device.online", SimpleType.BOOL);
    template.properties().values().stream()
        .filter(property -> NAME.matcher(property.id()).matches())
        .forEach(property -> builder.addVar(property.id(), type(property.type())));
    if (trigger instanceof Trigger.Event(String eventId)) {
      EventType event = template.events().get(eventId);
      if (event != null) {
        event.params().values().stream()
            .filter(param -> NAME.matcher(param.id()).matches())
            .forEach(param -> builder.addVar("event." + param.id(), type(param.type())));
      }
    }
    return compile(builder.build(), text);
  }

  private static Compiled compile(CelCompiler compiler, String text) {
    try {
      CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
      CelRuntime.Program program = RUNTIME.createProgram(tree);
      return new Compiled.Ready(facts -> holds(program, facts));
    } catch (CelValidationException e) {
      String reasons =
          e.getErrors().stream()
              .map(error -> error.getMessage().replaceAll("\\s+", " ").strip())
              .distinct()
              .collect(Collectors.joining("; "));
      return new Compiled.Rejected(reasons.isEmpty() ? "is no expression" : reasons);
    } catch (CelEvaluationException e) {
      return new Compiled.Rejected(String.valueOf(e.getMessage()));
    }
  }

  /// An expression over something that is not known yet, or a division by zero, does not hold.
  private static boolean holds(CelRuntime.Program program, Facts facts) {
    try {
      return Boolean.TRUE.equals(program.eval(variables(facts)));
    } catch (CelEvaluationException e) {
      return false;
    }
  }

  private static Map<String, Object> variables(Facts facts) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("device.online", facts.online());
    facts.values().forEach((id, known) -> variables.put(id, plain(known.value())));
    if (facts.event() != null) {
      facts.event().params().forEach((id, value) -> variables.put("event." + id, plain(value)));
    }
    return variables;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Bool(boolean on) -> on;
      case Value.Int(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Text(String text) -> text;
      case Value.Struct(var members) -> {
        Map<String, Object> plain = new HashMap<>();
        members.forEach((id, member) -> plain.put(id, plain(member)));
        yield plain;
      }
      case Value.Array(var items) -> items.stream().map(CelExpressions::plain).toList();
    };
  }

  private static CelType type(PropertyType type) {
    return switch (type) {
      case PropertyType.BoolType _ -> SimpleType.BOOL;
      case PropertyType.IntType _, PropertyType.EnumType _, PropertyType.TimestampType _ ->
          SimpleType.INT;
      case PropertyType.FloatType _ -> SimpleType.DOUBLE;
      case PropertyType.StringType _, PropertyType.StringEnumType _ -> SimpleType.STRING;
      case PropertyType.StructType _ -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case PropertyType.ArrayType(PropertyType item) -> ListType.create(type(item));
    };
  }
}
