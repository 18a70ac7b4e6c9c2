package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.Language;
import org.jspecify.annotations.Nullable;

/// Who reads a message.
///
/// @param address an e-mail address or an openid; empty where the channel is the recipient
/// @param subscription how to reach a browser
public record Recipient(
    long id, String address, Language language, @Nullable Subscription subscription) {}
