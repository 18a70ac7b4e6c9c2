package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.kind.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A channel to be created or changed. Secrets that are not named keep their values.
record ChannelDraft(
    @NotBlank @Size(max = 64) String name,
    @NotNull Kind kind,
    @Nullable Boolean enabled,
    @Schema(description = "What the kind wants, see the documentation")
        @Nullable ObjectNode settings,
    @Schema(description = "Sealed and never shown again") @Nullable @Size(max = 10)
        Map<String, @NotNull String> secrets,
    @Schema(description = "Language of a channel that is its own recipient")
        @Nullable Language language,
    @Schema(description = "For mail and wechat") @Nullable @Size(max = MAX_RECIPIENTS)
        List<@NotNull @Valid Reader> recipients,
    @Nullable @Valid PolicyDraft policy) {
  static final int MAX_RECIPIENTS = 200;

  /// Who reads what the channel tells.
  record Reader(@NotBlank @Size(max = 254) String address, @Nullable Language language) {}

  /// Without the secrets, which must not reach a log.
  @Override
  public String toString() {
    return "ChannelDraft[" + name + "]";
  }
}
