package io.sockettwin.service.problem;

import static io.sockettwin.service.Api.asOperator;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sockettwin.service.TestSurroundings;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ProblemApiTest {
  private static void assertProblem(Response response, int status, String code) {
    response
        .then()
        .statusCode(status)
        .contentType(startsWith(Problem.MEDIA_TYPE))
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", equalTo("urn:sockettwin:problem:" + code));
  }

  @Test
  void malformedJsonIsMalformed() {
    Response response = asOperator().body("{\"name\":").post("/api/devices");
    assertProblem(response, 400, "malformed");
    response.then().body("detail", containsString("line 1"));
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertProblem(asOperator().post("/api/devices"), 400, "invalid");
  }

  @Test
  void aValueOfTheWrongTypeNamesItsField() {
    Response response = asOperator().body("{\"name\":{}}").post("/api/devices");
    assertProblem(response, 400, "invalid");
    response.then().body("errors[0].field", equalTo("name"));
  }

  @Test
  void anUnknownFieldIsNamed() {
    Response response = asOperator().body("{\"nmae\":\"a\"}").post("/api/devices");
    assertProblem(response, 400, "invalid");
    response.then().body("errors[0].field", equalTo("nmae"));
  }

  @Test
  void everyMissingFieldIsNamed() {
    Response response = asOperator().body("{}").post("/api/devices");
    assertProblem(response, 400, "invalid");
    response
        .then()
        .body("errors[0].field", equalTo("name"))
        .body("errors[1].field", equalTo("productId"));
  }

  @Test
  void aPageOutOfBoundsIsInvalid() {
    Response response = asOperator().get("/api/devices?size=100000");
    assertProblem(response, 400, "invalid");
    response.then().body("errors[0].field", equalTo("size"));
  }

  @Test
  void aPageThatIsNoNumberIsRefused() {
    assertProblem(asOperator().get("/api/devices?size=x"), 400, "invalid");
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertProblem(asOperator().get("/api/nothing"), 404, "not-found");
  }

  @Test
  void aMethodThatIsNotOfferedIsNotAllowed() {
    assertProblem(asOperator().put("/api/devices"), 405, "method-not-allowed");
  }

  @Test
  void aBodyThatIsNotJsonIsUnsupported() {
    assertProblem(
        asOperator().contentType("text/plain").body("a").post("/api/devices"),
        415,
        "unsupported-media-type");
  }

  @Test
  void anAnswerThatIsNotJsonIsNotAcceptable() {
    assertProblem(asOperator().accept("text/csv").get("/api/devices"), 406, "not-acceptable");
  }
}
