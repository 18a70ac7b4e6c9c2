package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.util.Arrays;
import java.util.Optional;

/// How a value is compared.
public enum Relation {
  EQUAL("="),
  UNEQUAL("!="),
  GREATER(">"),
  AT_LEAST(">="),
  LESS("<"),
  AT_MOST("<="),
  CONTAINS("contains");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  static Optional<Relation> of(String sign) {
    return Arrays.stream(values()).filter(it -> it.sign.equals(sign)).findFirst();
  }

  boolean ordersNumbers() {
    return this == GREATER || this == AT_LEAST || this == LESS || this == AT_MOST;
  }

  /// What holds of numbers when this does not.
  Relation opposite() {
    return switch (this) {
      case EQUAL -> UNEQUAL;
      case UNEQUAL -> EQUAL;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case CONTAINS -> throw new IllegalStateException("has no opposite: " + this);
    };
  }

  /// Values of different kinds are unequal and have no order.
  boolean holds(Value value, Value other) {
    return switch (this) {
      case EQUAL -> same(value, other);
      case UNEQUAL -> !same(value, other);
      case CONTAINS ->
          value instanceof Value.Text(String text)
              && other instanceof Value.Text(String part)
              && text.contains(part);
      case GREATER, AT_LEAST, LESS, AT_MOST ->
          isNumber(value) && isNumber(other) && ordered(compare(value, other));
    };
  }

  boolean holds(double number, double other) {
    return switch (this) {
      case EQUAL -> number == other;
      case UNEQUAL -> number != other;
      case GREATER, AT_LEAST, LESS, AT_MOST -> ordered(Double.compare(number, other));
      case CONTAINS -> false;
    };
  }

  private boolean ordered(int order) {
    return switch (this) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL, UNEQUAL, CONTAINS -> throw new IllegalStateException("orders nothing: " + this);
    };
  }

  private static boolean same(Value value, Value other) {
    boolean numbers = isNumber(value) && isNumber(other);
    return numbers ? compare(value, other) == 0 : value.equals(other);
  }

  /// Integers are compared exactly, as a double holds no more than 53 bits of them.
  private static int compare(Value value, Value other) {
    return value instanceof Value.Int(long a) && other instanceof Value.Int(long b)
        ? Long.compare(a, b)
        : Double.compare(number(value), number(other));
  }

  static boolean isNumber(Value value) {
    return value instanceof Value.Int || value instanceof Value.Decimal;
  }

  static double number(Value value) {
    return switch (value) {
      case Value.Int(long number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Bool _, Value.Text _, Value.Struct _, Value.Array _ ->
          throw new IllegalArgumentException("no number: " + value);
    };
  }
}
