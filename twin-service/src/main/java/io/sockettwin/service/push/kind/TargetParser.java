package io.sockettwin.service.push.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.interaso.webpush.VapidKeys;
import io.sockettwin.service.problem.Problem.Flaw;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes a target from what a channel's settings and secrets say.
public final class TargetParser {
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");
  private static final Pattern HEADER = Pattern.compile("[ -~]{1,500}");
  private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{32,86}={0,2}");
  private static final Pattern CONTACT = Pattern.compile("mailto:[^@\\s]+@[^@\\s]+|https://\\S+");

  private TargetParser() {}

  /// Reads them; all flaws are found at once.
  ///
  /// @param keys of this service, for browsers
  public static Parsed parse(
      Kind kind, ObjectNode settings, Map<String, String> secrets, Supplier<VapidKeys> keys) {
    Fields fields = new Fields(settings, secrets);
    Supplier<Target> target =
        switch (kind) {
          case WEB_PUSH -> webPush(fields, keys);
          case WEBHOOK -> webhook(fields);
          case MAIL -> Target.Mail::new;
          case WECOM -> weCom(fields);
          case DINGTALK -> dingTalk(fields);
          case FEISHU -> feishu(fields);
          case WECHAT -> weChat(fields);
        };
    List<Flaw> flaws = fields.flaws();
    return flaws.isEmpty() ? new Parsed.Valid(target.get()) : new Parsed.Invalid(flaws);
  }

  private static Supplier<Target> webPush(Fields fields, Supplier<VapidKeys> keys) {
    String contact = fields.text("contact");
    if (!contact.isEmpty() && !CONTACT.matcher(contact).matches()) {
      fields.flaw("settings.contact", "must be mailto: with an address, or begin with https://");
    }
    return () -> new WebPushTarget(contact, keys.get());
  }

  private static Supplier<Target> webhook(Fields fields) {
    String url = fields.url("url");
    String secret =
        fields.secret("secret", WEBHOOK_SECRET, "whsec_ and 24 to 64 random bytes in Base64");
    if (WEBHOOK_SECRET.matcher(secret).matches() && !isBase64(secret.substring(6))) {
      fields.flaw("secrets.secret", "is not Base64 after whsec_");
    }
    Optional<String> authorization =
        fields.optionalSecret("authorization", HEADER, "up to 500 printable characters");
    return () -> new Webhook(URI.create(url), secret, authorization.orElse(null));
  }

  private static Supplier<Target> weCom(Fields fields) {
    String server = fields.server("https://qyapi.weixin.qq.com");
    String key = fields.secret("key", VISIBLE, "what follows key= in the robot's address");
    return () -> new WeCom(server, key);
  }

  private static Supplier<Target> dingTalk(Fields fields) {
    String server = fields.server("https://oapi.dingtalk.com");
    String token =
        fields.secret("accessToken", VISIBLE, "what follows access_token= in the robot's address");
    String secret = fields.secret("secret", VISIBLE, "begins with SEC, under security settings");
    return () -> new DingTalk(server, token, secret);
  }

  private static Supplier<Target> feishu(Fields fields) {
    String server = fields.server("https://open.feishu.cn");
    String hook =
        fields.secret(
            "hook", Pattern.compile("[A-Za-z0-9_-]{1,200}"), "what follows hook/ in the address");
    String secret = fields.secret("secret", VISIBLE, "under signature verification");
    return () -> new Feishu(server, hook, secret);
  }

  private static Supplier<Target> weChat(Fields fields) {
    String server = fields.server("https://api.weixin.qq.com");
    String appId = fields.text("appId");
    String templateId = fields.text("templateId");
    Optional<String> link = fields.optional("link");
    ZoneId zone = zone(fields);
    Map<String, WeChatTemplate.Content> contents = contents(fields);
    String appSecret = fields.secret("appSecret", VISIBLE, "of the official account");
    return () ->
        new Target.WeChat(
            server,
            appId,
            appSecret,
            new WeChatTemplate(templateId, contents, zone, link.orElse(null)));
  }

  private static ZoneId zone(Fields fields) {
    Optional<String> zone = fields.optional("zone");
    try {
      return zone.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      fields.flaw("settings.zone", "there is no time zone " + zone.orElse(""));
      return ZoneOffset.UTC;
    }
  }

  private static Map<String, WeChatTemplate.Content> contents(Fields fields) {
    Map<String, WeChatTemplate.Content> contents = new LinkedHashMap<>();
    if (!(fields.node("fields") instanceof ObjectNode object) || object.isEmpty()) {
      fields.flaw("settings.fields", "must say with what each field of the template is filled");
      return contents;
    }
    object
        .properties()
        .forEach(field ->
            WeChatTemplate.Content.parse(field.getValue().asText())
                .ifPresentOrElse(
                    content -> contents.put(field.getKey(), content),
                    () ->
                        fields.flaw(
                            "settings.fields." + field.getKey(),
                            "must be title, text, time, device or severity")));
    return contents;
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length >= 24;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
