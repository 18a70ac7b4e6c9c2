package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The REST interface changes only when the golden file does, and so in a reviewed commit.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class OpenApiTest {
  private static final Path GOLDEN = Path.of("src/test/resources/openapi.yaml");

  @Test
  void theInterfaceIsTheOneWrittenDown() throws IOException {
    String actual = RestAssured.get("/q/openapi").asString();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, actual);
    }
    assertThat(actual)
        .as("run with -Dgolden.write=true to write it anew")
        .isEqualTo(Files.readString(GOLDEN));
  }
}
