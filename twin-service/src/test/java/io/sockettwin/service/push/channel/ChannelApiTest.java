package io.sockettwin.service.push.channel;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.push.Endpoint;
import io.sockettwin.service.push.kind.Browser;
import io.sockettwin.service.push.kind.Subscription;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ChannelApiTest {
  private static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  private static final String WEBHOOK =
      """
      {"name":"Ops","kind":"webhook","settings":{"url":"%s"},"secrets":{"secret":"%s"}}
      """;

  private static ValidatableResponse create(String body) {
    return asOperator().body(body).post("/api/channels").then();
  }

  private static String created(String body) {
    return create(body).statusCode(201).extract().path("id");
  }

  @Test
  void takesSecretsAndNeverShowsThem() {
    String id = created(WEBHOOK.formatted("https://example.org/hook", SECRET));
    String shown =
        asOperator()
            .get("/api/channels/" + id)
            .then()
            .statusCode(200)
            .header("ETag", "\"0\"")
            .body("kind", equalTo("webhook"))
            .body("settings.url", equalTo("https://example.org/hook"))
            .body("secrets", contains("secret"))
            .body("policy.messagesPerMinute", nullValue())
            .extract()
            .asString();
    assertThat(shown).doesNotContain("whsec");
  }

  @Test
  void keepsSecretsThatAreNotNamedInAChange() {
    try (Endpoint endpoint = new Endpoint()) {
      String id = created(WEBHOOK.formatted(endpoint.url() + "/a", SECRET));
      String changed =
          """
          {"name":"Ops 2","kind":"webhook","enabled":false,"settings":{"url":"%s/b"}}
          """
              .formatted(endpoint.url());
      asOperator()
          .header("If-Match", "\"0\"")
          .body(changed)
          .put("/api/channels/" + id)
          .then()
          .statusCode(200)
          .body("enabled", equalTo(false))
          .body("secrets", contains("secret"));
      asOperator()
          .header("If-Match", "\"0\"")
          .body(changed)
          .put("/api/channels/" + id)
          .then()
          .statusCode(412);
      asOperator()
          .post("/api/channels/" + id + "/test")
          .then()
          .statusCode(200)
          .body("outcome", contains("accepted"));
      assertThat(endpoint.heard.getFirst().target()).isEqualTo("/b");
      assertThat(endpoint.heard.getFirst().headers().get("webhook-signature")).startsWith("v1,");
    }
  }

  @Test
  void saysWhatATestMessageCameTo() {
    try (Endpoint endpoint = new Endpoint()) {
      endpoint.usually(Endpoint.says(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"));
      String id =
          created(
              """
              {"name":"Group","kind":"dingtalk","settings":{"server":"%s"},"language":"zh",
               "secrets":{"accessToken":"t","secret":"SECx"}}
              """
                  .formatted(endpoint.url()));
      asOperator()
          .post("/api/channels/" + id + "/test")
          .then()
          .body("[0].outcome", equalTo("never"))
          .body("[0].detail", equalTo("code 310000: sign not match"));
    }
  }

  @Test
  void refusesToSendIntoTheNetworkItRunsIn() {
    String id = created(WEBHOOK.formatted("http://169.254.169.254/latest/meta-data", SECRET));
    asOperator()
        .post("/api/channels/" + id + "/test")
        .then()
        .body("[0].outcome", equalTo("never"))
        .body("[0].detail", containsString("link-local"));
  }

  @Test
  void namesTheFieldThatIsWrong() {
    create(WEBHOOK.formatted("example.org", "secret"))
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("settings.url", "secrets.secret"));
    create("{\"name\":\"x\",\"kind\":\"pigeon\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("kind"));
    create("{\"name\":\"x\",\"kind\":\"mail\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("recipients"));
    create("{\"name\":\"x\",\"kind\":\"mail\",\"recipients\":[{\"address\":\"nobody\"}]}")
        .statusCode(400)
        .body("errors[0].field", equalTo("recipients[0].address"));
    create(
            """
            {"name":"x","kind":"wecom","secrets":{"key":"k"},"policy":{"quietHours":
              {"from":"22:00","to":"07:00","zone":"Mars/Base"}}}
            """)
        .statusCode(400)
        .body("errors[0].field", equalTo("policy.quietHours.zone"))
        .body("errors[0].message", equalTo("there is no time zone Mars/Base"));
    create(
            "{\"name\":\"x\",\"kind\":\"wecom\",\"secrets\":{\"key\":\"k\"},\"policy\":{\"messagesPerMinute\":0}}")
        .statusCode(400)
        .body("errors[0].field", equalTo("policy.messagesPerMinute"));
  }

  @Test
  void changesRecipientsAndPolicy() {
    String mail =
        """
        {"name":"Family","kind":"mail","recipients":[%s],"policy":{"messagesPerMinute":3,
         "digest":true,"quietHours":{"from":"22:00","to":"07:00","zone":"Asia/Shanghai"}}}
        """;
    String id = created(mail.formatted("{\"address\":\"a@example.org\",\"language\":\"zh\"}"));
    asOperator()
        .body(mail.formatted("{\"address\":\"b@example.org\"}"))
        .put("/api/channels/" + id)
        .then()
        .statusCode(200)
        .body("recipients.address", contains("b@example.org"))
        .body("recipients.language", contains("en"))
        .body("policy.quietHours.zone", equalTo("Asia/Shanghai"));
  }

  @Test
  void letsABrowserSubscribe() {
    String id =
        created(
            "{\"name\":\"Panel\",\"kind\":\"web-push\",\"settings\":{\"contact\":\"mailto:me@example.org\"}}");
    String path = "/api/channels/" + id + "/subscriptions";
    String key =
        asOperator()
            .get(path + "/key")
            .then()
            .statusCode(200)
            .extract()
            .path("applicationServerKey");
    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
    Subscription browser = new Browser().subscription("https://push.invalid/abc");
    String body =
        """
        {"endpoint":"%s","keys":{"p256dh":"%s","auth":"%s"},"language":"zh"}
        """;
    String keys = body.formatted("%s", browser.keys().p256dh(), browser.keys().auth());
    String first =
        asOperator()
            .body(keys.formatted(browser.endpoint()))
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    asOperator()
        .body(keys.formatted(browser.endpoint()))
        .post(path)
        .then()
        .body("id", equalTo(first));
    asOperator()
        .body(keys.formatted("http://push.example/abc"))
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("endpoint"));
    asOperator()
        .body(body.formatted(browser.endpoint(), "AAAA", browser.keys().auth()))
        .post(path)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("keys.p256dh"));
    asOperator()
        .post(path + "/" + first + "/test")
        .then()
        .statusCode(200)
        .body("recipient", equalTo(first))
        .body("outcome", equalTo("later"));
    asOperator().get("/api/browser-channels").then().body("id", hasItem(id));
    asOperator().delete(path + "/" + first).then().statusCode(204);
    asOperator().delete(path + "/" + first).then().statusCode(404);
    asOperator().post(path + "/" + first + "/test").then().statusCode(404);
  }

  @Test
  void isForThoseWhoHaveAKey() {
    RestAssured.get("/api/channels").then().statusCode(401);
    RestAssured.get("/api/push-messages").then().statusCode(401);
    asOperator().get("/api/channels/none").then().statusCode(404);
    asOperator()
        .get("/api/channels")
        .then()
        .statusCode(200)
        .body("toString()", not(containsString("whsec")));
  }
}
