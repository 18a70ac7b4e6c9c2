package io.sockettwin.service.alarm;

import static io.sockettwin.service.Api.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What people do with alarms.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class AlarmApiTest {
  private static final String LOW =
      "\"input\":\"data\",\"filter\":{\"property\":\"voltage\",\"is\":\"<\",\"value\":200}";

  @Inject Site site;
  @Inject AlarmFeed feed;

  private String raised(DeviceKey socket, String more) {
    Site.flow(Site.draft(socket.deviceName(), LOW + more));
    site.reports(socket, "{\"voltage\":190}", Site.now());
    return Site.alarms(socket).extract().path("items[0].id");
  }

  @Test
  void isClosedByHandAndRaisedAgainOnlyAfterItsEnd() {
    DeviceKey socket = site.socket("alarm-closed");
    String id = raised(socket, "");
    asOperator()
        .post("/api/alarms/" + id + "/closure")
        .then()
        .statusCode(200)
        .body("state", equalTo("cleared"))
        .body("clearReason", equalTo("closed by operator key"));
    site.reports(socket, "{\"voltage\":189}", Site.now());
    Site.alarms(socket).body("total", equalTo(1));
    site.reports(socket, "{\"voltage\":230}", Site.now());
    site.reports(socket, "{\"voltage\":190}", Site.now());
    Site.alarms(socket)
        .body("total", equalTo(2))
        .body("items[0].state", equalTo("open"))
        .body("items[1].clearReason", equalTo("closed by operator key"));
  }

  @Test
  void isAcknowledgedOnceAndCommentedOn() {
    String id = raised(site.socket("alarm-seen"), "");
    asOperator()
        .post("/api/alarms/" + id + "/acknowledgement")
        .then()
        .statusCode(200)
        .body("state", equalTo("acknowledged"))
        .body("acknowledgedBy", equalTo("operator key"));
    String at = asOperator().get("/api/alarms/" + id).path("acknowledgedAt");
    asOperator().post("/api/alarms/" + id + "/acknowledgement").then().statusCode(200);
    asOperator()
        .body("{\"text\":\"on my way\"}")
        .post("/api/alarms/" + id + "/comments")
        .then()
        .statusCode(200)
        .body("acknowledgedAt", equalTo(at))
        .body("comments[0].text", equalTo("on my way"))
        .body("comments[0].author", equalTo("operator key"));
    asOperator()
        .queryParam("state", "acknowledged")
        .queryParam("device", "alarm-seen")
        .queryParam("q", "VOLTAGE 190")
        .get("/api/alarms")
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void showsHowFarWhatIsToldOfItHasCome() {
    String channel =
        asOperator()
            .body(
                """
                {"name":"nobody there","kind":"webhook",
                 "settings":{"url":"http://127.0.0.1:9/"},
                 "secrets":{"secret":"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}
                """)
            .post("/api/channels")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String told = ",\"outputs\":{\"push\":[\"" + channel + "\"]}";
    String id = raised(site.socket("alarm-told"), told);
    asOperator()
        .get("/api/alarms/" + id)
        .then()
        .body("receipts", hasSize(1))
        .body("receipts[0].channelId", equalTo(channel))
        .body("receipts[0].acceptedAt", nullValue());
  }

  @Test
  void searchNamesTheParameterThatIsWrong() {
    asOperator()
        .queryParam("state", "lost")
        .get("/api/alarms")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("state"));
    asOperator()
        .queryParam("from", "yesterday")
        .get("/api/alarms/export.csv")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("from"));
    asOperator().get("/api/alarms/none").then().statusCode(404);
  }

  @Test
  void isExported() {
    DeviceKey socket = site.socket("alarm-exported");
    String id = raised(socket, "");
    String csv =
        asOperator()
            .queryParam("device", "alarm-exported")
            .get("/api/alarms/export.csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines().toList())
        .hasSize(2)
        .satisfies(lines ->
            assertThat(lines.get(1))
                .startsWith(id + ",")
                .contains(",alarm-exported,1,OPEN,WARNING,"));
    asOperator()
        .queryParam("device", "alarm-exported")
        .get("/api/alarms/export.json")
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].id", equalTo(id))
        .body("[0].eventAt", notNullValue());
  }

  @Test
  void isFollowedLive() {
    List<AlarmView> seen = new CopyOnWriteArrayList<>();
    Runnable end = feed.follow(seen::add);
    DeviceKey socket = site.socket("alarm-live");
    String id = raised(socket, "");
    site.reports(socket, "{\"voltage\":230}", Site.now());
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(seen)
                .filteredOn(it -> it.id().equals(id))
                .extracting(AlarmView::state)
                .contains(AlarmState.CLEARED));
    end.run();
  }
}
