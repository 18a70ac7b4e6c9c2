package io.sockettwin.loadsim.check;

import io.sockettwin.loadsim.check.Facts.Unit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a run is to come to, such as `report.p99 < 250ms`, `reports.lost == 0`, `connected ==
/// 100%`.
public record Expectation(String fact, Operator operator, double value, Unit unit) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([a-z0-9.]+)\\s*(<=|>=|==|!=|<|>)\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|%)?\\s*");

  /// How a fact is compared.
  public enum Operator {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    UNEQUAL("!=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    static Operator of(String sign) {
      for (Operator operator : values()) {
        if (operator.sign.equals(sign)) {
          return operator;
        }
      }
      throw new IllegalArgumentException("not an operator: " + sign);
    }

    boolean holds(double fact, double value) {
      return switch (this) {
        case LESS -> fact < value;
        case AT_MOST -> fact <= value;
        case MORE -> fact > value;
        case AT_LEAST -> fact >= value;
        case EQUAL -> fact == value;
        case UNEQUAL -> fact != value;
      };
    }
  }

  /// What came of an expectation.
  ///
  /// @param actual null if the run did not come to know it, which does not fulfil anything
  public record Outcome(String expectation, @Nullable String actual, boolean fulfilled) {}

  /// What came of reading one.
  public sealed interface Parsed {
    record Valid(Expectation expectation) implements Parsed {}

    record Invalid(String sentence) implements Parsed {}
  }

  public static Parsed parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return new Parsed.Invalid(
          "\"" + text + "\" is not of the form: reports.lost == 0, report.p99 < 250ms");
    }
    String fact = matcher.group(1);
    Unit unit = Facts.unit(fact);
    if (unit == null) {
      return new Parsed.Invalid("there is no fact called " + fact);
    }
    String suffix = matcher.group(4) == null ? "" : matcher.group(4);
    boolean fits =
        switch (unit) {
          case COUNT -> suffix.isEmpty();
          case PERCENT -> suffix.equals("%");
          case MILLISECONDS -> suffix.equals("ms") || suffix.equals("s");
        };
    if (!fits) {
      return new Parsed.Invalid(fact + " is " + wanted(unit) + ", in \"" + text + "\"");
    }
    double number = Double.parseDouble(matcher.group(3));
    return new Parsed.Valid(
        new Expectation(
            fact,
            Operator.of(matcher.group(2)),
            suffix.equals("s") ? number * 1_000 : number,
            unit));
  }

  public Outcome check(Facts facts) {
    OptionalDouble actual = facts.get(fact);
    return actual.isEmpty()
        ? new Outcome(toString(), null, false)
        : new Outcome(
            toString(),
            withUnit(actual.getAsDouble(), unit),
            operator.holds(actual.getAsDouble(), value));
  }

  /// A number as people read it.
  public static String withUnit(double number, Unit unit) {
    return switch (unit) {
      case COUNT -> String.format(Locale.ROOT, "%.0f", number);
      case PERCENT -> rounded(number) + "%";
      case MILLISECONDS -> rounded(number) + "ms";
    };
  }

  private static String rounded(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  private static String wanted(Unit unit) {
    return switch (unit) {
      case COUNT -> "a count without a unit";
      case PERCENT -> "a share in %";
      case MILLISECONDS -> "a time in ms or s";
    };
  }

  @Override
  public String toString() {
    return fact + " " + operator.sign + " " + withUnit(value, unit);
  }
}
