package io.sockettwin.thing;

import java.math.BigDecimal;
import java.util.SequencedMap;

/// What values a property, parameter or struct member takes (protocol section 12).
public sealed interface PropertyType {

  /// Travels as the number 0 or 1, never as true or false.
  record BoolType(String labelOfZero, String labelOfOne) implements PropertyType {}

  record IntType(long min, long max, long start, long step, String unit, String unitDesc)
      implements PropertyType {
    public IntType {
      if (min > max) {
        throw new IllegalArgumentException("min " + min + " above max " + max);
      }
    }
  }

  /// The step is for input fields only; values between steps are legal.
  record FloatType(
      BigDecimal min,
      BigDecimal max,
      BigDecimal start,
      BigDecimal step,
      String unit,
      String unitDesc)
      implements PropertyType {
    public FloatType {
      if (min.compareTo(max) > 0) {
        throw new IllegalArgumentException("min " + min + " above max " + max);
      }
    }
  }

  /// Lengths count UTF-16 units, as the vendor's Java client does.
  record StringType(int minLength, int maxLength) implements PropertyType {}

  record EnumType(SequencedMap<Long, String> labels) implements PropertyType {
    public EnumType {
      labels = Ordered.copyOf(labels);
    }
  }

  record StringEnumType(SequencedMap<String, String> labels) implements PropertyType {
    public StringEnumType {
      labels = Ordered.copyOf(labels);
    }
  }

  /// Unix seconds; some clients send milliseconds, both fit.
  record TimestampType() implements PropertyType {}

  /// Members are scalars: a struct holds neither structs nor arrays.
  record StructType(SequencedMap<String, Param> members) implements PropertyType {
    public StructType {
      members = Ordered.copyOf(members);
    }
  }

  /// Items are int, float, string or struct.
  record ArrayType(PropertyType item) implements PropertyType {}
}
