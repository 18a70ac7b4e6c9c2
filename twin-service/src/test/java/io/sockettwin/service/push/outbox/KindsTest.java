package io.sockettwin.service.push.outbox;

import static io.sockettwin.service.push.Endpoint.says;
import static io.sockettwin.service.push.Notices.overcurrent;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.push.Endpoint;
import io.sockettwin.service.push.Receipt;
import io.sockettwin.service.push.Severity;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each kind of channel that needs more than one request, or none over HTTP, from end to end.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class KindsTest {
  @Inject Deliveries deliveries;

  @ConfigProperty(name = "quarkus.mailer.port")
  int mailPort;

  private final Endpoint endpoint = new Endpoint();
  private final String key = "alarm-" + UUID.randomUUID();

  @AfterEach
  void close() {
    endpoint.close();
  }

  private static String mail(String address) {
    return """
    {"name":"Mail","kind":"mail","recipients":[{"address":"%s","language":"zh"}]}
    """
        .formatted(address);
  }

  @Test
  void mailWaitsForTheServerAndArrivesInTheRecipientsLanguage() throws Exception {
    String channel = deliveries.channel(mail("li@example.org"));
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    deliveries.await(key, receipt -> receipt.failure() != null);
    GreenMail server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", "smtp"));
    server.start();
    try {
      Receipt receipt = deliveries.awaitState(key, "accepted");
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getSubject()).isEqualTo("过载：" + key);
      assertThat(received.getContent().toString().strip()).isEqualTo("插座已断开。");
      assertThat(received.getMessageID()).isEqualTo(receipt.providerId());
      assertThat(received.getAllRecipients()[0]).hasToString("li@example.org");
    } finally {
      server.stop();
    }
  }

  private String weChat(String openid) {
    return deliveries.channel(
        """
        {"name":"WeChat","kind":"wechat","recipients":[{"address":"%s","language":"zh"}],
         "settings":{"server":"%s","appId":"wx1","templateId":"t1","fields":{"thing1":"title"}},
         "secrets":{"appSecret":"s"}}
        """
            .formatted(openid, endpoint.url()));
  }

  private static Endpoint.Behaviour token(String token) {
    return says(200, "{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
  }

  @Test
  void weChatFetchesATokenOnceAndAnewWhenItIsRefused() throws Exception {
    endpoint
        .then(token("one"))
        .then(says(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}"))
        .then(says(200, "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}"))
        .then(token("two"))
        .then(says(200, "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228333}"));
    String channel = weChat("openid-12345");
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    assertThat(deliveries.awaitState(key, "accepted").providerId()).isEqualTo("200228332");
    deliveries.enqueue(overcurrent(key + "b", Severity.WARNING, channel));
    assertThat(deliveries.awaitState(key + "b", "accepted").providerId()).isEqualTo("200228333");
    assertThat(endpoint.heard)
        .extracting(Endpoint.Heard::target)
        .containsExactly(
            "/cgi-bin/stable_token",
            "/cgi-bin/message/template/send?access_token=one",
            "/cgi-bin/message/template/send?access_token=one",
            "/cgi-bin/stable_token",
            "/cgi-bin/message/template/send?access_token=two");
    assertThat(endpoint.heard.get(0).body()).contains("\"force_refresh\":false");
    assertThat(endpoint.heard.get(3).body()).contains("\"force_refresh\":true");
  }

  @Test
  void weChatIsNotAskedAgainForSomebodyWhoLeft() throws Exception {
    endpoint.then(token("one")).then(says(200, "{\"errcode\":43004,\"errmsg\":\"subscribe\"}"));
    String channel = weChat("openid-67890");
    deliveries.enqueue(overcurrent(key, Severity.WARNING, channel));
    assertThat(deliveries.awaitState(key, "dead").failure()).isEqualTo("code 43004: subscribe");
    deliveries.enqueue(overcurrent(key + "b", Severity.WARNING, channel));
    assertThat(deliveries.receipts(key + "b")).isEmpty();
  }

  @Test
  void robotsOfAllMakersAreTold() throws Exception {
    endpoint.usually((heard, client) ->
        says(200, heard.target().startsWith("/open-apis") ? "{\"code\":0}" : "{\"errcode\":0}")
            .answer(heard, client));
    List<String> robots =
        List.of(
            "{\"name\":\"1\",\"kind\":\"wecom\",\"settings\":{\"server\":\"%s\"},\"secrets\":{\"key\":\"k\"}}",
            "{\"name\":\"2\",\"kind\":\"dingtalk\",\"settings\":{\"server\":\"%s\"},\"secrets\":{\"accessToken\":\"t\",\"secret\":\"SECs\"}}",
            "{\"name\":\"3\",\"kind\":\"feishu\",\"settings\":{\"server\":\"%s\"},\"secrets\":{\"hook\":\"h\",\"secret\":\"s\"}}");
    for (String robot : robots) {
      String channel = deliveries.channel(robot.formatted(endpoint.url()));
      String own = key + "-" + channel;
      deliveries.enqueue(overcurrent(own, Severity.WARNING, channel));
      deliveries.awaitState(own, "accepted");
    }
    assertThat(endpoint.heard)
        .extracting(it -> it.target().replaceAll("\\?.*", ""))
        .containsExactly("/cgi-bin/webhook/send", "/robot/send", "/open-apis/bot/v2/hook/h");
  }
}
