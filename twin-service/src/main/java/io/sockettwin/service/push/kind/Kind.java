package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// The kinds of channels.
public enum Kind {
  /// Browsers that subscribed.
  @JsonProperty("web-push")
  WEB_PUSH,
  /// A program that takes CloudEvents.
  @JsonProperty("webhook")
  WEBHOOK,
  @JsonProperty("mail")
  MAIL,
  /// A robot in a group chat of WeCom.
  @JsonProperty("wecom")
  WECOM,
  /// A robot in a group chat of DingTalk.
  @JsonProperty("dingtalk")
  DINGTALK,
  /// A robot in a group chat of Feishu or Lark.
  @JsonProperty("feishu")
  FEISHU,
  /// Template messages of a WeChat official account.
  @JsonProperty("wechat")
  WECHAT;

  /// Its name in JSON and in metrics.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
