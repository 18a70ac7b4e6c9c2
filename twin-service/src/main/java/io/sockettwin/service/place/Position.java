package io.sockettwin.service.place;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// A point on earth in degrees (WGS 84), north and east positive.
public record Position(
    @NotNull @Min(-90) @Max(90) Double latitude, @NotNull @Min(-180) @Max(180) Double longitude) {

  public static @Nullable Position of(@Nullable Double latitude, @Nullable Double longitude) {
    return latitude == null || longitude == null ? null : new Position(latitude, longitude);
  }
}
