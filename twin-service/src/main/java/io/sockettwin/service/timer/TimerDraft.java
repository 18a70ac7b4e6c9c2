package io.sockettwin.service.timer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sockettwin.service.place.Position;
import io.sockettwin.service.place.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A timer as people write it, and as it is stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimerDraft(
    @NotBlank @Size(max = 64) @Schema(examples = "Kettle on workdays") String name,
    @Schema(description = "true unless said otherwise") @Nullable Boolean enabled,
    @NotNull @Valid RuleDraft rule,
    @Schema(
            description = "Else that of the first device, else that of its home",
            examples = "Asia/Shanghai")
        @Nullable
        @TimeZoneName
        String timeZone,
    @Schema(description = "For sunrise and sunset; else that of the first device or its home")
        @Nullable
        @Valid
        Position position,
    @NotEmpty @Size(max = MAX_ACTIONS) List<@NotNull @Valid ActionDraft> actions,
    @Schema(description = "How late it still fires when the service was away; 0: not at all")
        @Nullable
        @Min(0)
        @Max(3_600)
        Integer graceSeconds,
    @Schema(description = "How long a device that is away may take to come and fetch it")
        @Nullable
        @Min(1)
        @Max(86_400)
        Integer expirySeconds) {

  /// A lane writes the controls of all its devices at once, so more would hold back others.
  static final int MAX_ACTIONS = 50;

  static final int DEFAULT_GRACE_SECONDS = 60;

  /// A socket that comes back hours later must not switch on by surprise.
  static final int DEFAULT_EXPIRY_SECONDS = 300;

  boolean enabledOrTrue() {
    return enabled == null || enabled;
  }

  Duration grace() {
    return Duration.ofSeconds(graceSeconds == null ? DEFAULT_GRACE_SECONDS : graceSeconds);
  }

  Duration patience() {
    return Duration.ofSeconds(expirySeconds == null ? DEFAULT_EXPIRY_SECONDS : expirySeconds);
  }

  /// Whether it does the same as the other one, whatever they are called.
  boolean isLike(TimerDraft other) {
    return new TimerDraft(
            other.name, enabled, rule, timeZone, position, actions, graceSeconds, expirySeconds)
        .equals(other);
  }
}
