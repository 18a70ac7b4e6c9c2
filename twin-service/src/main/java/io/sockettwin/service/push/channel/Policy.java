package io.sockettwin.service.push.channel;

import io.sockettwin.service.push.kind.Kind;
import org.jspecify.annotations.Nullable;

/// How much a recipient is told, and when.
///
/// @param messagesPerMinute at most; without one there is no limit
/// @param digest whether what exceeds the limit is told together, instead of one after the other
public record Policy(
    @Nullable Integer messagesPerMinute, boolean digest, @Nullable QuietHours quietHours) {
  /// What people can stand, and what robots of group chats are allowed.
  private static final int PEOPLE = 10;

  /// Programs want everything at once, people do not.
  static Policy usual(Kind kind) {
    return switch (kind) {
      case WEBHOOK -> new Policy(null, false, null);
      case WEB_PUSH, MAIL, WECOM, DINGTALK, FEISHU, WECHAT -> new Policy(PEOPLE, true, null);
    };
  }
}
