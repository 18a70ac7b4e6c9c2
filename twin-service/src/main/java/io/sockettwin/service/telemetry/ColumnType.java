package io.sockettwin.service.telemetry;

import io.sockettwin.thing.PropertyType;
import io.sockettwin.thing.Value;
import java.util.Locale;

/// How the database keeps the values of a property.
enum ColumnType {
  /// 0 or 1, as on the wire: the mean of a switch is the share of time it was on.
  SMALLINT("smallint"),
  BIGINT("bigint"),
  DOUBLE("double precision"),
  TEXT("text"),
  JSONB("jsonb");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  static ColumnType of(PropertyType type) {
    return switch (type) {
      case PropertyType.BoolType _ -> SMALLINT;
      case PropertyType.IntType _, PropertyType.EnumType _, PropertyType.TimestampType _ -> BIGINT;
      case PropertyType.FloatType _ -> DOUBLE;
      case PropertyType.StringType _, PropertyType.StringEnumType _ -> TEXT;
      case PropertyType.StructType _, PropertyType.ArrayType _ -> JSONB;
    };
  }

  static ColumnType of(Value value) {
    return switch (value) {
      case Value.Bool _ -> SMALLINT;
      case Value.Int _ -> BIGINT;
      case Value.Decimal _ -> DOUBLE;
      case Value.Text _ -> TEXT;
      case Value.Struct _, Value.Array _ -> JSONB;
    };
  }

  String sql() {
    return sql;
  }

  /// Whether minimum, mean and maximum mean something.
  boolean isNumeric() {
    return this == SMALLINT || this == BIGINT || this == DOUBLE;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
