package io.sockettwin.service.product;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What a thing is called in English and Chinese.
public record Names(
    @NotBlank @Size(max = MAX_LENGTH) String en, @NotBlank @Size(max = MAX_LENGTH) String zh) {
  static final int MAX_LENGTH = 64;
}
