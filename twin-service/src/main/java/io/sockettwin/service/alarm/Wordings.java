package io.sockettwin.service.alarm;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A text with placeholders, in English and Chinese.
record Wordings(
    @NotBlank @Size(max = MAX_LENGTH) String en, @NotBlank @Size(max = MAX_LENGTH) String zh) {
  static final int MAX_LENGTH = 500;
}
