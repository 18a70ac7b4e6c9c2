package io.sockettwin.service.product;

import io.sockettwin.thing.Param;
import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.PropertyType.ArrayType;
import io.sockettwin.thing.PropertyType.BoolType;
import io.sockettwin.thing.PropertyType.EnumType;
import io.sockettwin.thing.PropertyType.FloatType;
import io.sockettwin.thing.PropertyType.IntType;
import io.sockettwin.thing.PropertyType.StringEnumType;
import io.sockettwin.thing.PropertyType.StringType;
import io.sockettwin.thing.PropertyType.StructType;
import io.sockettwin.thing.PropertyType.TimestampType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether every value of one type is a value of another.
final class TypeComparison {
  private TypeComparison() {}

  /// Why some value that fitted before fits no longer; empty if all do.
  static Optional<String> narrower(PropertyType before, PropertyType after) {
    return switch (before) {
      case BoolType _ -> after instanceof BoolType ? Optional.empty() : other(before, after);
      case TimestampType _ ->
          after instanceof TimestampType ? Optional.empty() : other(before, after);
      case IntType old ->
          after instanceof IntType now
              ? range(old.min() < now.min(), old.max() > now.max())
              : other(before, after);
      case FloatType old ->
          after instanceof FloatType now
              ? range(old.min().compareTo(now.min()) < 0, old.max().compareTo(now.max()) > 0)
              : other(before, after);
      case StringType old ->
          after instanceof StringType now
              ? range(old.minLength() < now.minLength(), old.maxLength() > now.maxLength())
              : other(before, after);
      case EnumType old ->
          after instanceof EnumType now
              ? labels(old.labels().keySet(), now.labels().keySet())
              : other(before, after);
      case StringEnumType old ->
          after instanceof StringEnumType now
              ? labels(old.labels().keySet(), now.labels().keySet())
              : other(before, after);
      case StructType old ->
          after instanceof StructType now
              ? members(old.members(), now.members())
              : other(before, after);
      case ArrayType old ->
          after instanceof ArrayType now
              ? narrower(old.item(), now.item()).map(why -> "its items: " + why)
              : other(before, after);
    };
  }

  private static Optional<String> members(Map<String, Param> before, Map<String, Param> after) {
    for (Param member : before.values()) {
      Param now = after.get(member.id());
      if (now == null) {
        return Optional.of("its member " + member.id() + " is gone");
      }
      Optional<String> narrower = narrower(member.type(), now.type());
      if (narrower.isPresent()) {
        return narrower.map(why -> "its member " + member.id() + ": " + why);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> range(boolean higherMinimum, boolean lowerMaximum) {
    if (higherMinimum) {
      return Optional.of("its minimum is higher: reports below it are refused");
    }
    return lowerMaximum
        ? Optional.of("its maximum is lower: reports above it are refused")
        : Optional.empty();
  }

  private static Optional<String> labels(Set<?> before, Set<?> after) {
    return before.stream()
        .filter(label -> !after.contains(label))
        .findFirst()
        .map(label -> "its value " + label + " is gone: reports of it are refused");
  }

  private static Optional<String> other(PropertyType before, PropertyType after) {
    return Optional.of(
        "its type is %s instead of %s: reports of it may be refused"
            .formatted(name(after), name(before)));
  }

  /// As data templates spell it.
  private static String name(PropertyType type) {
    return switch (type) {
      case BoolType _ -> "bool";
      case IntType _ -> "int";
      case FloatType _ -> "float";
      case StringType _ -> "string";
      case EnumType _ -> "enum";
      case StringEnumType _ -> "stringenum";
      case TimestampType _ -> "timestamp";
      case StructType _ -> "struct";
      case ArrayType _ -> "array";
    };
  }
}
