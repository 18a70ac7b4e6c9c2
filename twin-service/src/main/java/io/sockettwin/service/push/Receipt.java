package io.sockettwin.service.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a notice has come on its way to one recipient.
///
/// @param recipient an address; empty where the channel is the recipient
/// @param state enqueued, waiting, accepted, dead or dropped
/// @param messageId of the message that tells it, once there is one
/// @param committedAt when the transaction of the notice was committed; not known after a restart
/// @param handedOverAt when the last attempt began
/// @param acceptedAt when the channel had taken it
/// @param providerId how the channel calls it
/// @param failure of the last attempt
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    String channelId,
    String channelName,
    String recipient,
    String state,
    int attempts,
    @Nullable String messageId,
    @Nullable Instant committedAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant acceptedAt,
    @Nullable String providerId,
    @Nullable String failure) {}
