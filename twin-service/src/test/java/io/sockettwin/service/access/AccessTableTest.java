package io.sockettwin.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.User;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every role tries every route. The routes come from the description of the interface, what they
/// take from a table, so that a route nobody thought about fails here.
@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class AccessTableTest {
  private static final Path TABLE = Path.of("src/test/resources/routes.txt");

  private static final String OPEN = "open";
  private static final String SIGNED_IN = "signed-in";

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /// What owners name without its being anybody's: what devices are made of and what a kilowatt
  /// hour costs, a channel they subscribe to, a token they drew themselves.
  private static final Set<String> EVERYBODYS =
      Set.of(
          "/api/products/{id}",
          "/api/products/{id}/template",
          "/api/tariffs/{id}",
          "/api/channels/{channel}/subscriptions",
          "/api/channels/{channel}/subscriptions/key",
          "/api/channels/{channel}/subscriptions/{id}",
          "/api/channels/{channel}/subscriptions/{id}/test",
          "/api/bind-tokens/{token}");

  /// Routes whose body is no JSON.
  private static final Pattern BYTES = Pattern.compile("/(broadcast|call|raw)$");

  /// What [Door] knows.
  private static final Set<String> SOMEBODYS =
      Set.of("name", "homeId", "alarmId", "timerId", "controlId");

  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  @TestHTTPResource URI base;

  /// Streams that are given up, as each answer is here, count as an attack in HTTP/2.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  record Route(String right, String method, String path) {
    String key() {
      return method + " " + path;
    }
  }

  private static List<Route> table;

  @BeforeAll
  static void read() throws IOException {
    table =
        Files.readAllLines(TABLE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.trim().split(" +"))
            .map(parts -> new Route(parts[0], parts[1], parts[2]))
            .toList();
  }

  @Test
  void everyRouteIsInTheTableAndEveryLineIsARoute() {
    Map<String, Map<String, Object>> paths =
        RestAssured.get("/q/openapi?format=json").jsonPath().getMap("paths");
    Set<String> described = new TreeSet<>();
    paths.forEach((path, operations) ->
        operations
            .keySet()
            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    assertThat(table.stream().map(Route::key)).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void whateverOwnersNameIsCheckedAtTheDoor() {
    assertThat(table)
        .filteredOn(route -> Role.OWNER.rights().contains(route.right()))
        .filteredOn(route -> !route.path().startsWith("/api/account"))
        .filteredOn(route -> PARAMETER.matcher(route.path()).find())
        .filteredOn(route -> !EVERYBODYS.contains(route.path()))
        .allSatisfy(route -> assertThat(parameters(route)).containsAnyElementsOf(SOMEBODYS));
  }

  @Test
  void strangersGetNothing() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Route route : table) {
      int status = status(route, "");
      if (!route.right().equals(OPEN) && status != 401) {
        wrong.add(route.key() + " -> " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleDoesWhatItsRightsSayAndNothingElse(Role role) throws Exception {
    List<String> wrong = new ArrayList<>();
    User user = User.of(role.text());
    for (Route route : table) {
      if (endsItsSession(route)) {
        continue;
      }
      int status = status(route, user.cookie());
      boolean may =
          Set.of(OPEN, SIGNED_IN).contains(route.right()) || role.rights().contains(route.right());
      boolean unknown = status == 401 && !route.right().equals(OPEN);
      if (status >= 500 || unknown || may == (status == 403)) {
        wrong.add(route + " -> " + status);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean endsItsSession(Route route) {
    return route.key().equals("DELETE /api/account/sessions")
        || route.key().equals("DELETE /api/session");
  }

  /// With names of nothing and a body without content: whoever is let through is told so.
  private int status(Route route, String cookie) throws Exception {
    String path = route.path();
    for (String parameter : parameters(route)) {
      path = path.replace("{" + parameter + "}", value(parameter));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header(
                "Content-Type",
                BYTES.matcher(path).find() ? "application/octet-stream" : "application/json")
            .method(
                route.method(),
                route.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{}"));
    if (!cookie.isEmpty()) {
      request.header("Cookie", "sockettwin-session=" + cookie);
    }
    // A stream would not end.
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  private static String value(String parameter) {
    return switch (parameter) {
      case "productId", "subProductId" -> "HRDG3CKWWZ";
      case "number" -> "1";
      case "name", "subName", "user", "actionId", "token" -> "nobodys";
      default -> NOBODYS;
    };
  }

  private static List<String> parameters(Route route) {
    Matcher parameters = PARAMETER.matcher(route.path());
    return parameters.results().map(found -> found.group(1)).toList();
  }
}
