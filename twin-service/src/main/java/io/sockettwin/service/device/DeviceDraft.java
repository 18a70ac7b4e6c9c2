package io.sockettwin.service.device;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A device to be created. A secret of 16 bytes is drawn when none is given.
record DeviceDraft(
    @NotNull @Pattern(regexp = "[A-Z0-9]{10}", message = "must be 10 upper-case letters or digits")
        String productId,
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9_.:-]{1,48}",
            message = "must be 1 to 48 letters, digits or _ - . :")
        String name,
    @Nullable @Size(min = 1, max = 64) String secret,
    @Nullable Boolean enabled) {
  /// Without the secret, which must not reach a log.
  @Override
  public String toString() {
    return "DeviceDraft[" + productId + "/" + name + "]";
  }
}
