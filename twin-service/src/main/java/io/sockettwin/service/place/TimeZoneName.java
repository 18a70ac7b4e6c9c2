package io.sockettwin.service.place;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A region of the time zone database, as `Asia/Shanghai`; offsets do not know of summer time.
@Documented
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneName.Check.class)
public @interface TimeZoneName {
  String message() default "is no time zone such as Asia/Shanghai";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// Absent is fine.
  final class Check implements ConstraintValidator<TimeZoneName, String> {
    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
      return name == null || ZoneId.getAvailableZoneIds().contains(name);
    }
  }
}
