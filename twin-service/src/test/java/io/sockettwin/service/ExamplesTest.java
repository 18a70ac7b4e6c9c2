package io.sockettwin.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the documentation, request by request.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class ExamplesTest {
  private final Map<String, String> kept = new HashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"registry.http", "production.http", "timers.http"})
  void everyExampleIsAnsweredAsItSays(String file) throws IOException {
    List<String> request = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/examples", file))) {
      if (line.startsWith("=>")) {
        run(request, line.substring(2).strip().split(" ", -1));
        request.clear();
      } else if (!line.startsWith("#")) {
        request.add(filledIn(line));
      }
    }
  }

  private void run(List<String> lines, String[] expected) {
    List<String> request = lines.stream().dropWhile(String::isBlank).toList();
    String[] verb = request.getFirst().split(" ", 2);
    int blank = request.indexOf("");
    List<String> head = request.subList(1, blank < 0 ? request.size() : blank);
    String body = blank < 0 ? "" : String.join("\n", request.subList(blank, request.size()));
    RequestSpecification asked = Api.asOperator().urlEncodingEnabled(false);
    head.forEach(header -> asked.header(header.split(": ", 2)[0], header.split(": ", 2)[1]));
    Response answer = (body.isBlank() ? asked : asked.body(body.strip())).request(verb[0], verb[1]);
    assertThat(answer.statusCode())
        .as("%s%n%s", request.getFirst(), answer.asString())
        .isEqualTo(Integer.parseInt(expected[0]));
    for (int i = 1; i < expected.length; i++) {
      String[] keep = expected[i].split("=", 2);
      kept.put(keep[0], answer.path(keep[1]));
    }
  }

  private String filledIn(String line) {
    String filled = line;
    for (Map.Entry<String, String> entry : kept.entrySet()) {
      filled = filled.replace("{{" + entry.getKey() + "}}", entry.getValue());
    }
    return filled;
  }
}
