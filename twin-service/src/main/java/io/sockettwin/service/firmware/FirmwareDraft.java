package io.sockettwin.service.firmware;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// An update to be ordered. Short enough altogether for the buffers of devices (protocol section
/// 2.8).
record FirmwareDraft(
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9_.:+-]{1,32}",
            message = "must be 1 to 32 letters, digits or _ - . : +")
        String version,
    @NotNull
        @Size(max = 512)
        @Pattern(
            regexp = "https?://[!-~]+",
            message = "must be an http or https URL without blanks")
        String url,
    @NotNull @Min(1) @Max(1L << 30) Long sizeBytes,
    @NotNull @Pattern(regexp = "[0-9a-fA-F]{32}", message = "must be 32 hexadecimal digits")
        String md5) {}
