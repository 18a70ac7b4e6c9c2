package io.sockettwin.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.quickstart.Child.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The service and an emulated socket, which know each other.
final class Stack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TWINS = "api/twins/";

  private final Jars jars;
  private final Place place;
  private final ServiceApi api;
  private Child service;
  private final Child agent;

  private Stack(Jars jars, Place place, ServiceApi api, Child service, Child agent) {
    this.jars = jars;
    this.place = place;
    this.api = api;
    this.service = service;
    this.agent = agent;
  }

  /// Both are up when this returns; when it throws, neither runs.
  static Stack start(Jars jars, Place place, Typed typed)
      throws ProgramFailed, IOException, InterruptedException {
    Files.createDirectories(place.data());
    ServiceApi api = new ServiceApi(place);
    Child service = startService(jars, place);
    try {
      await(service, "The service", api::isReady);
      Child agent = startAgent(jars, place, typed);
      Stack stack = new Stack(jars, place, api, service, agent);
      try {
        stack.awaitSocket();
        return stack;
      } catch (ProgramFailed | InterruptedException e) {
        agent.close();
        throw e;
      }
    } catch (ProgramFailed | IOException | InterruptedException e) {
      service.close();
      api.close();
      throw e;
    }
  }

  private static Child startService(Jars jars, Place place) throws IOException {
    return Child.start(
        "The service",
        jars.service(),
        place.serviceOptions(),
        List.of(),
        place.data().resolve("service.log"),
        Typed.NO);
  }

  private static Child startAgent(Jars jars, Place place, Typed typed) throws IOException {
    return Child.start(
        "The socket",
        jars.agent(),
        List.of(),
        List.of(
            "--service=" + place.mqtt(),
            "--credentials=" + place.credentials(),
            "--data=" + place.data().resolve("device-agent"),
            "--plug=lamp",
            "--console"),
        place.data().resolve("device-agent.log"),
        typed);
  }

  Place place() {
    return place;
  }

  ServiceApi api() {
    return api;
  }

  Child service() {
    return service;
  }

  Child agent() {
    return agent;
  }

  /// Starts the service again on the same data after it has ended.
  void restartService() throws ProgramFailed, IOException, InterruptedException {
    service = startService(jars, place);
    await(service, "The service", api::isReady);
  }

  /// Waits until the twin says that the socket is there and how it is.
  void awaitSocket() throws ProgramFailed, InterruptedException {
    await(
        agent,
        "The socket",
        () -> {
          JsonNode twin = demo();
          return twin.path("presence").path("online").asBoolean()
              && twin.path("reported").has("power_switch");
        });
  }

  /// The demo socket's twin.
  JsonNode demo() throws IOException, InterruptedException {
    return api.get(TWINS + demoPath());
  }

  /// Asks the demo socket to take on values.
  JsonNode desire(String values) throws IOException, InterruptedException {
    return api.send("PATCH", TWINS + demoPath() + "/desired", values);
  }

  /// Product and name, as the service wrote them down for the agent.
  private String demoPath() throws IOException {
    String[] words = Files.readString(place.credentials()).strip().split("\\s+", 3);
    return words[0] + "/" + words[1];
  }

  private interface Check {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void await(Child child, String name, Check check)
      throws ProgramFailed, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds(check)) {
      if (!child.isAlive()) {
        throw child.failure();
      }
      if (Instant.now().isAfter(end)) {
        throw new ProgramFailed(
            name + " did not come up within " + PATIENCE.toMinutes() + " minutes.");
      }
      Thread.sleep(POLL);
    }
  }

  /// While it starts it may refuse, or not answer at all.
  private static boolean holds(Check check) throws InterruptedException {
    try {
      return check.holds();
    } catch (IOException e) {
      return false;
    }
  }

  /// The socket first, so that the service sees it go.
  @Override
  public void close() {
    agent.close();
    service.close();
    api.close();
  }
}
