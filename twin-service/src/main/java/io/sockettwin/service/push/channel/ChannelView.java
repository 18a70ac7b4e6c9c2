package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.channel.ChannelDraft.Reader;
import io.sockettwin.service.push.kind.Kind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A channel as REST shows it.
///
/// @param secrets names only, of those that are set
/// @param language of a channel that is its own recipient
/// @param recipients where there is a list of them
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
    String id,
    String name,
    Kind kind,
    boolean enabled,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String settings,
    List<String> secrets,
    @Nullable Language language,
    @Nullable List<Reader> recipients,
    PolicyDraft policy,
    Instant createdAt,
    int version) {}
