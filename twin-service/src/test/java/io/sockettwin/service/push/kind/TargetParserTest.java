package io.sockettwin.service.push.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.problem.Problem.Flaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetParserTest {
  private static Parsed parse(Kind kind, String settings, Map<String, String> secrets) {
    return TargetParser.parse(
        kind,
        (ObjectNode) Told.json(settings),
        secrets,
        () -> {
          throw new AssertionError("nobody needs keys");
        });
  }

  private static List<Flaw> flaws(Kind kind, String settings, Map<String, String> secrets) {
    return ((Parsed.Invalid) parse(kind, settings, secrets)).flaws();
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    assertThat(
            flaws(
                Kind.WEBHOOK,
                "{\"url\":\"ftp://example.org\",\"colour\":\"red\"}",
                Map.of("secret", "abc", "password", "x")))
        .extracting(Flaw::field)
        .containsExactlyInAnyOrder(
            "settings.url", "settings.colour", "secrets.secret", "secrets.password");
    assertThat(flaws(Kind.WEBHOOK, "{}", Map.of()))
        .extracting(Flaw::field)
        .containsExactly("settings.url", "secrets.secret");
  }

  @Test
  void neverRepeatsASecret() {
    assertThat(flaws(Kind.WEBHOOK, "{\"url\":1}", Map.of("secret", "hunter2")).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void saysWhichZoneAndWhichFillingDoNotExist() {
    assertThat(
            flaws(
                Kind.WECHAT,
                """
                {"appId":"wx1","templateId":"t","zone":"Mars/Base","fields":{"thing1":"colour"}}
                """,
                Map.of("appSecret", "s")))
        .containsExactlyInAnyOrder(
            new Flaw("settings.zone", "there is no time zone Mars/Base"),
            new Flaw("settings.fields.thing1", "must be title, text, time, device or severity"));
  }

  @Test
  void makesTargetsOfWhatIsRight() {
    assertThat(
            parse(
                Kind.FEISHU,
                "{\"server\":\"https://open.larksuite.com/\"}",
                Map.of("hook", "h", "secret", "s")))
        .isEqualTo(new Parsed.Valid(new Feishu("https://open.larksuite.com", "h", "s")));
    assertThat(parse(Kind.WECOM, "{}", Map.of("key", "k")))
        .isEqualTo(new Parsed.Valid(new WeCom("https://qyapi.weixin.qq.com", "k")));
    assertThat(parse(Kind.MAIL, "{}", Map.of())).isEqualTo(new Parsed.Valid(new Target.Mail()));
  }
}
